import type { Tx } from '../database/transaction.ts';
import type { EventType } from '../outbox/event-type.ts';

/** A received event whose envelope, version and data were checked. */
export interface ReceivedEvent<Data = unknown> {
  readonly id: string;
  readonly type: string;
  readonly orgCode: string;
  readonly entityId: string;
  readonly occurredAt: Date;
  readonly sequence: number;
  readonly data: Data;
}

export interface ConsumerContext {
  readonly tx: Tx;
  readonly now: Date;
  /** The envelope's org on this node; null for reference data of the whole group. */
  readonly org: { readonly id: string; readonly code: string } | null;
  emit<D>(event: EventType<D>, entityId: string, data: D, version?: number): void;
  changed(collection: string, id: string, change?: { before?: object; after?: object }): void;
}

/**
 * Says that the subject is not known here yet: the event waits until `for` was applied. A consumer says
 * so before it writes anything; one that wrote already fails, and the sender tries again.
 */
export class WaitsFor {
  readonly key: string;
  constructor(entity: string, entityId: string) {
    this.key = `${entity}:${entityId}`;
  }
}

/** Applies one type of event. Runs as the system, limited to the envelope's org. */
export interface Consumer {
  readonly event: EventType;
  readonly apply: (context: ConsumerContext, event: ReceivedEvent<never>) => Promise<WaitsFor | undefined>;
}

export function consume<D>(
  event: EventType<D>,
  apply: (context: ConsumerContext, event: ReceivedEvent<D>) => Promise<WaitsFor | undefined> | Promise<void>,
): Consumer {
  return { event: event, apply: apply as Consumer['apply'] };
}
