import type { Row, Tx } from '../database/transaction.ts';
import type { TableName } from '../database/tables.ts';
import type { Gate } from './decision.ts';

/** A gate bound to the row it judges and to the loader of its facts. */
export interface GateBinding<Facts = unknown, Subject extends Row = Row> {
  readonly gate: Gate<Facts>;
  readonly table: TableName;
  /** How a row of the table is named and what it is worth: SQL over the alias `t`. */
  readonly described: { readonly label: string; readonly amount?: string; readonly currency?: string };
  /** Reads the facts under row security, in the transaction of whoever asks. */
  readonly loadFacts: (tx: Tx, subject: Subject, now: Date) => Promise<Facts>;
}

/** Keeps the types of gate, facts and subject together. */
export const bindGate = <Facts, Subject extends Row>(binding: GateBinding<Facts, Subject>): GateBinding => binding as unknown as GateBinding;
