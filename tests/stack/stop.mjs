export default async function stop() {
  const running = globalThis.selvedgeTestStack;
  if (!running) return;
  try {
    await running.control.close();
  } finally {
    await running.stack.stop();
  }
}
