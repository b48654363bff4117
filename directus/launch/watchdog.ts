import { clearLeftovers } from './leftovers.ts';

// Outlives the launcher by moments. A launcher that was killed (kill -9, a closed test runner) can stop
// nothing any more, and neither PostgreSQL nor Redis notices: the broken channel tells this process,
// which then stops what is still on record. After an orderly stop nothing is.
const file = process.argv[2];
if (file === undefined) throw new Error('The watchdog needs the path of running.json.');

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => undefined);

process.once('disconnect', () => {
  clearLeftovers(file).then(
    () => process.exit(0),
    () => process.exit(1),
  );
});
