import type { IncomingMessage, ServerResponse } from 'node:http';
import type pg from 'pg';
import type { Clock } from '../clock.ts';
import type { KeysOfRole } from '../identity/identity.ts';
import type { VerifyToken } from '../identity/token.ts';
import type { HostedNode } from '../node.ts';

/** What every HTTP handler of the kernel works with. */
export interface Runtime {
  readonly pool: pg.Pool;
  readonly clock: Clock;
  readonly verifyToken: VerifyToken;
  readonly sessionCookie: string;
  /** Origins a browser may send cookies from. */
  readonly allowedOrigins: ReadonlySet<string>;
  readonly keysOfRole: KeysOfRole;
  readonly node: HostedNode;
  /** Called after commit with what changed, for live updates and delivery. Never throws. */
  readonly afterCommit: (effects: CommittedEffects) => void;
  readonly log: Log;
}

export interface CommittedEffects {
  readonly outboxIds: readonly { readonly id: string; readonly target: string }[];
  readonly changes: readonly Change[];
}

export interface Change {
  readonly system: string;
  readonly collection: string;
  readonly id: string;
  readonly org: string;
  readonly type: string;
}

export interface Log {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

export interface HttpRequest {
  readonly raw: IncomingMessage;
  readonly response: ServerResponse;
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly requestId: string;
}

/** A handler returns an answer or writes to the response itself and returns undefined (streams). */
export type Handler = (request: HttpRequest, params: Readonly<Record<string, string>>) => Promise<Answer | undefined>;

export interface Answer {
  readonly status: number;
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}
