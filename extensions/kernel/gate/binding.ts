import type { Row, Tx } from '../database/transaction.ts';
import type { TableName } from '../database/tables.ts';
import type { Gate } from './decision.ts';

/** What names a row to a gate: its id, and what is entered for it where that decides what is read. */
export interface RowName {
  readonly id: string;
}

export type NamedRow = Row & RowName;

/** A gate bound to the row it judges and to the loader of its facts. */
export interface GateBinding<Facts = unknown, Subject = NamedRow, Name extends RowName = RowName> {
  readonly gate: Gate<Facts>;
  readonly table: TableName;
  /** How a row of the table is named and what it is worth: SQL over the alias `t`. */
  readonly described: { readonly label: string; readonly amount?: string; readonly currency?: string };
  /**
   * Reads what the facts of many rows are made of, under row security and in the transaction of whoever
   * asks: set by set, so that two hundred rows take no more statements than one. It goes by what names
   * a row, so that the row itself may be on its way still.
   * @returns what makes the facts of one of those rows
   */
  readonly loadFacts: (tx: Tx, subjects: readonly Name[], now: Date) => Promise<(row: Subject) => Facts>;
}

/** A gate whose facts are read already, or on their way. */
export interface AskedGate {
  readonly binding: GateBinding;
  readonly factsOf: (row: NamedRow) => unknown;
}

/** Reads the facts of one row, known by what names it. */
export const askGate = async (tx: Tx, binding: GateBinding, subject: RowName, now: Date): Promise<AskedGate> => ({
  binding,
  factsOf: await binding.loadFacts(tx, [subject], now),
});

/** What was loaded for one subject. @throws Error when it was not: a gate is never judged by half of its facts */
export function rowOf<R>(rows: ReadonlyMap<string, R>, subject: string): R {
  const row = rows.get(subject);
  if (row === undefined) throw new Error(`No facts were loaded for ${subject}.`);
  return row;
}

/** Keeps the types of gate, facts and subject together. */
export const bindGate = <Facts, Subject, Name extends RowName>(binding: GateBinding<Facts, Subject, Name>): GateBinding => binding as unknown as GateBinding;
