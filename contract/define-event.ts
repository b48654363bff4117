import type { z } from 'zod';

export type SystemName = 'crm' | 'wms';

/** One event of the contract. Its data is strict for the producer; consumers ignore fields they do not know. */
export interface ContractEvent<Data = unknown> {
  readonly type: string;
  readonly source: SystemName;
  readonly target: SystemName;
  /** What the sequence counts over: events of one entity are applied in order. */
  readonly entity: string;
  /** One line for the contract document: what happened, and what the receiver does. */
  readonly meaning: string;
  readonly data: z.ZodType<Data>;
  /** Named examples of data that fits. */
  readonly examples: Readonly<Record<string, Data>>;
}

export const defineEvent = <Data>(event: ContractEvent<Data>): ContractEvent<Data> => event;
