import { pino } from 'pino';
import { core } from '@selvedge/core/system.ts';
import { createSystemStatements } from '@selvedge/kernel/database/pool.ts';
import { sweepInbox } from '@selvedge/kernel/inbox/sweep.ts';
import { sendQueued } from '@selvedge/kernel/mail/send-queued.ts';
import { startScheduler } from '@selvedge/kernel/jobs/schedule.ts';
import { inSystemTransaction } from '@selvedge/kernel/system-transaction.ts';
import { createRuntime } from '../extension/runtime.ts';
import { DIRECTIONS } from '../extension/systems.ts';
import { ConfigInvalid, readConfig, type Config } from '../launch/config.ts';
import { startDeliveries } from './deliveries.ts';
import { kernelJobs } from './kernel-jobs.ts';

/** Delivers events, runs scheduled jobs, seals the audit. Any number of them may run. */
async function start(config: Config): Promise<void> {
  const log = pino({ level: config.SELVEDGE_LOG_LEVEL });
  const worker = createRuntime(config, log, 'worker');
  const { systems } = worker;
  const { pool, clock, node } = worker.runtime;
  await worker.ensureSecrets();
  worker.peers.start();

  const statements = createSystemStatements(config.DATABASE_APP_URL, config.SELVEDGE_WORKER_CONCURRENCY, 'selvedge-deliveries');
  const deliveries = startDeliveries(
    {
      pool,
      statements,
      secrets: worker.secrets,
      clock,
      log,
      urlOf: (target) => `${node.urlOf(target)}/${target}/events`,
      retryScale: config.SELVEDGE_RETRY_SCALE,
    },
    config.REDIS_URL,
    worker.prefix,
    DIRECTIONS.filter(({ source }) => systems.some((system) => system.name === source)),
    config.SELVEDGE_WORKER_CONCURRENCY,
  );
  const jobs = [
    ...kernelJobs(pool, node, { smtpUrl: config.SELVEDGE_SMTP_URL, from: config.SELVEDGE_MAIL_FROM }),
    ...[core, ...systems].flatMap((system) => system.jobs),
    ...(systems.some(({ name }) => name === 'wms')
      ? [sendQueued({ system: 'wms', table: 'wms_outbound_mail' }, config.SELVEDGE_SMTP_URL, config.SELVEDGE_MAIL_FROM)]
      : []),
  ];
  const scheduler = startScheduler(jobs, config.REDIS_URL, worker.prefix, {
    clock,
    log,
    inSystem: (job, work) => inSystemTransaction(worker.systemSettings, job, work),
  });

  const sweep = async () => {
    try {
      await deliveries.sweep();
      for (const inbox of node.inboxes.values()) worker.runtime.afterCommit(await sweepInbox(pool, inbox));
      await scheduler.ensure();
    } catch (error) {
      log.warn({ err: error }, 'sweep failed, the next one follows');
    }
  };
  let timer: NodeJS.Timeout;
  const loop = () => {
    timer = setTimeout(() => void sweep().then(loop), config.SELVEDGE_SWEEP_MS);
  };
  await sweep();
  loop();

  const stop = async () => {
    clearTimeout(timer);
    await Promise.allSettled([deliveries.close(), scheduler.close()]);
    await Promise.all([statements.end(), worker.close()]);
    process.exit(0);
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void stop());
  process.stdout.write('ready\n');
}

try {
  await start(readConfig(process.env));
} catch (error) {
  process.stderr.write(`${error instanceof ConfigInvalid ? error.message : String((error as Error).stack)}\n`);
  process.exit(1);
}
