import path from 'node:path';
import { startEmbeddedPostgres } from './embedded-postgres.ts';
import { startEmbeddedRedis, useExternalRedis } from './embedded-redis.ts';
import { useExternalPostgres } from './external-postgres.ts';
import type { Environment } from './launcher-settings.ts';
import { startMailCatcher, type Mailbox } from './mail-catcher.ts';
import type { Connections } from './node-environment.ts';
import { requireFreePorts } from './ports.ts';
import type { Secrets } from './secrets.ts';
import { StartRefused } from './start-refused.ts';
import type { Supervisor } from './supervise.ts';
import type { NodeName, Plan } from './topology.ts';

export interface Services {
  readonly connections: ReadonlyMap<NodeName, Connections>;
  /** Undefined when mail goes to an SMTP server of the user's own. */
  readonly mailbox: Mailbox | undefined;
}

/** @throws StartRefused for a setting that two nodes cannot share, or for the first port in use */
export async function checkServices(plan: Plan, user: Environment): Promise<void> {
  if (plan.nodes.length > 1) {
    for (const [name, thing] of [
      ['DATABASE_URL', 'database'],
      ['REDIS_URL', 'Redis'],
    ] as const) {
      if (user[name])
        throw new StartRefused(
          `${name} names one ${thing} and --split needs two; unset it, or use docker compose, which gives each node its own.`,
        );
    }
  }
  if (!user['DATABASE_URL'] && user['DATABASE_APP_URL'])
    throw new StartRefused('DATABASE_APP_URL is set without DATABASE_URL; set both or neither.');
  await requireFreePorts({
    ...Object.fromEntries(
      plan.nodes.map((node, i) => [i === 0 ? 'SELVEDGE_PORT' : 'SELVEDGE_PORT (the second node takes the port after it)', node.port]),
    ),
    ...(user['DATABASE_URL'] ? {} : { SELVEDGE_POSTGRES_PORT: plan.postgresPort }),
    ...(user['REDIS_URL']
      ? {}
      : Object.fromEntries(
          plan.nodes.map((node, i) => [`SELVEDGE_REDIS_PORT${i > 0 ? ' (the second node takes the port after it)' : ''}`, node.redisPort]),
        )),
    ...(user['SELVEDGE_SMTP_URL'] ? {} : { SELVEDGE_MAIL_SMTP_PORT: plan.smtpPort, SELVEDGE_MAIL_WEB_PORT: plan.webPort }),
  });
}

async function databases(supervisor: Supervisor, plan: Plan, dataDir: string, secrets: Secrets, user: Environment) {
  const names = plan.nodes.map((node) => node.database);
  if (user['DATABASE_URL']) {
    const urls = await useExternalPostgres(user['DATABASE_URL'], user['DATABASE_APP_URL'] || undefined, secrets.postgres.app);
    return new Map(names.map((name) => [name, urls]));
  }
  return startEmbeddedPostgres(supervisor, { dataDir, port: plan.postgresPort, databases: names, passwords: secrets.postgres });
}

const redisOf = (supervisor: Supervisor, plan: Plan, dataDir: string, secrets: Secrets, user: Environment) =>
  Promise.all(
    plan.nodes.map((node) => {
      if (user['REDIS_URL']) return useExternalRedis(user['REDIS_URL']);
      const name = plan.nodes.length > 1 ? `redis-${node.name}` : 'redis';
      return startEmbeddedRedis(supervisor, {
        name,
        folder: path.join(dataDir, name),
        port: node.redisPort,
        password: secrets.redisPassword,
      });
    }),
  );

/** Starts, or checks, what the nodes need: PostgreSQL, Redis and the mailbox, all at once. */
export async function startServices(
  supervisor: Supervisor,
  plan: Plan,
  dataDir: string,
  secrets: Secrets,
  user: Environment,
): Promise<Services> {
  // Each is waited for even when another fails, so that nothing starts behind a stop.
  const [postgres, redis, mailbox] = await Promise.allSettled([
    databases(supervisor, plan, dataDir, secrets, user),
    redisOf(supervisor, plan, dataDir, secrets, user),
    user['SELVEDGE_SMTP_URL'] ? undefined : startMailCatcher(supervisor, { dataDir, smtpPort: plan.smtpPort, webPort: plan.webPort }),
  ]);
  if (postgres.status === 'rejected') throw postgres.reason;
  if (redis.status === 'rejected') throw redis.reason;
  if (mailbox.status === 'rejected') throw mailbox.reason;

  const smtpUrl = user['SELVEDGE_SMTP_URL'] || mailbox.value?.smtpUrl;
  const connections = plan.nodes.map((node, i): [NodeName, Connections] => {
    const urls = postgres.value.get(node.database);
    const redisUrl = redis.value[i];
    if (!urls || redisUrl === undefined || smtpUrl === undefined)
      throw new Error(`Node ${node.name} was given no database, Redis or mail server.`);
    return [node.name, { ...urls, redisUrl, smtpUrl }];
  });
  return { connections: new Map(connections), mailbox: mailbox.value };
}
