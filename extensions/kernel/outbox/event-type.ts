import type { z } from 'zod';

/** What the kernel needs to know of an event; the contract defines the events themselves. */
export interface EventType<Data = unknown> {
  readonly type: string;
  readonly source: string;
  readonly target: string;
  /** What its sequence counts over, e.g. `deal`. */
  readonly entity: string;
  readonly data: z.ZodType<Data>;
}

/** An event a command wants to send. `orgCode` is `*` for reference data of the whole group. */
export interface OutgoingEvent {
  readonly event: EventType;
  readonly orgId: string | null;
  readonly orgCode: string;
  readonly entityId: string;
  /** Fixed version for what may happen once only; left out, the sequence serves. */
  readonly version?: number | undefined;
  readonly data: unknown;
}
