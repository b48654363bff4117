export default async function stop() {
  const running = globalThis.selvedgeTestStack;
  if (!running) return;
  await running.control.close();
  await running.stack.stop();
}
