import type { LauncherConfig } from './config.ts';
import { findFreePorts } from './ports.ts';

export type SystemName = 'crm' | 'wms';
export type NodeName = 'main' | SystemName;

/** One Directus process and its worker. */
export interface PlannedNode {
  readonly name: NodeName;
  readonly systems: readonly SystemName[];
  readonly database: string;
  readonly port: number;
  /** Each node has a Redis of its own: channels would otherwise carry one system's messages to the other. */
  readonly redisPort: number;
}

export interface Plan {
  readonly nodes: readonly PlannedNode[];
  readonly postgresPort: number;
  readonly smtpPort: number;
  readonly webPort: number;
}

/** Which nodes there are and where everything listens. */
export async function makePlan(split: boolean, ports: 'fixed' | 'free', settings: LauncherConfig, firstPort: number): Promise<Plan> {
  const shapes: readonly Omit<PlannedNode, 'port' | 'redisPort'>[] = split
    ? [
        { name: 'crm', systems: ['crm'], database: 'selvedge_crm' },
        { name: 'wms', systems: ['wms'], database: 'selvedge_wms' },
      ]
    : [{ name: 'main', systems: ['crm', 'wms'], database: 'selvedge' }];

  if (ports === 'fixed') {
    return {
      nodes: shapes.map((shape, i) => ({ ...shape, port: firstPort + i, redisPort: settings.SELVEDGE_REDIS_PORT + i })),
      postgresPort: settings.SELVEDGE_POSTGRES_PORT,
      smtpPort: settings.SELVEDGE_MAIL_SMTP_PORT,
      webPort: settings.SELVEDGE_MAIL_WEB_PORT,
    };
  }
  const free = await findFreePorts(3 + 2 * shapes.length);
  const next = () => free.pop() ?? 0;
  return {
    nodes: shapes.map((shape) => ({ ...shape, port: next(), redisPort: next() })),
    postgresPort: next(),
    smtpPort: next(),
    webPort: next(),
  };
}
