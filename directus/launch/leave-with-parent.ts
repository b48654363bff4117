// Preloaded into every node and worker (`node --import`): when the launcher is gone, the channel to it
// breaks and the process leaves by itself, as if it had been asked to.
if (process.channel) {
  process.once('disconnect', () => {
    process.kill(process.pid, 'SIGTERM');
    // A process that is stuck must not stay behind holding its port.
    setTimeout(() => process.exit(1), 8_000).unref();
  });
  // The listener alone would keep a process alive that has otherwise finished.
  process.channel.unref();
}
