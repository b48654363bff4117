import type { Environment } from './launcher-settings.ts';
import type { StackProcess } from './stack-process.ts';
import type { SystemName } from './topology.ts';

export interface StackOptions {
  /** Folder of data, logs and secrets. With free ports a temporary one is made, and deleted at stop. */
  readonly dataDir?: string;
  /** Two nodes with a database each, instead of one that hosts both systems. */
  readonly split?: boolean;
  /** `free`: ports nobody uses, nothing of the caller's own settings: for tests, several at once. */
  readonly ports?: 'fixed' | 'free';
  readonly seed?: 'none' | 'base' | 'demo' | { readonly scale: number };
  readonly quiet?: boolean;
  /** Set for every node and worker, before everything else. */
  readonly extraEnv?: Readonly<Record<string, string>>;
  /** Bundles are built first; tests that have just built them say no. */
  readonly build?: boolean;
  /** The user's settings; by default the environment of this process with fixed ports, nothing with free ones. */
  readonly user?: Environment;
  readonly signal?: AbortSignal;
  readonly onUnexpectedEnd?: (name: string, report: string) => void;
}

export interface StackNode extends StackProcess {
  readonly systems: readonly SystemName[];
  readonly url: string;
  readonly env: Readonly<Record<string, string>>;
  /** As the run-time role, bound by row security. */
  readonly databaseUrl: string;
  readonly ownerUrl: string;
  readonly redisUrl: string;
}

export interface Stack {
  readonly dataDir: string;
  readonly nodes: readonly StackNode[];
  readonly workers: readonly StackProcess[];
  /** `webUrl` is undefined when mail goes to an SMTP server of the user's own. */
  readonly mail: { readonly smtpUrl: string; readonly webUrl: string | undefined };
  /** Of the first node. */
  readonly redisUrl: string;
  stop(): Promise<void>;
}
