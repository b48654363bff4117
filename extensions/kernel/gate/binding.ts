import type { Row, Tx } from '../database/transaction.ts';
import type { TableName } from '../database/tables.ts';
import type { Gate } from './decision.ts';

/** A gate bound to the row it judges and to the loader of its facts. */
export interface GateBinding<Facts = unknown, Subject extends Row = Row> {
  readonly gate: Gate<Facts>;
  readonly table: TableName;
  /** How a row of the table is named and what it is worth: SQL over the alias `t`. */
  readonly described: { readonly label: string; readonly amount?: string; readonly currency?: string };
  /**
   * Reads the facts of many rows, in their order, under row security and in the transaction of whoever
   * asks: set by set, so that two hundred rows take no more statements than one.
   */
  readonly loadFacts: (tx: Tx, subjects: readonly Subject[], now: Date) => Promise<readonly Facts[]>;
}

/** What was loaded for one subject. @throws Error when it was not: a gate is never judged by half of its facts */
export function rowOf<R>(rows: ReadonlyMap<string, R>, subject: string): R {
  const row = rows.get(subject);
  if (row === undefined) throw new Error(`No facts were loaded for ${subject}.`);
  return row;
}

/** Keeps the types of gate, facts and subject together. */
export const bindGate = <Facts, Subject extends Row>(binding: GateBinding<Facts, Subject>): GateBinding => binding as unknown as GateBinding;
