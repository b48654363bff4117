import type { Row, Tx } from '@selvedge/kernel/database/transaction.ts';
import type { GateBinding } from '@selvedge/kernel/gate/binding.ts';
import type { HostedNode } from '@selvedge/kernel/node.ts';
import { contains } from '@selvedge/kernel/view/keyset.ts';

/** What a gate was asked about, as people know it; amounts where the row has one. */
export interface Subject {
  readonly id: string;
  readonly label: string;
  readonly amount: string | null;
  readonly currency: string | null;
}

const columns = ({ described }: GateBinding) =>
  `t.id, ${described.label} as label, ${described.amount ?? 'null::numeric'} as amount, ${described.currency ?? 'null'} as currency`;

/** Rows of a gate's table by what a person types of their name, newest first. */
export const findSubjects = (tx: Tx, binding: GateBinding, orgIds: readonly string[], q: string): Promise<(Subject & Row)[]> =>
  tx.query<Subject & Row>(
    `select ${columns(binding)} from ${binding.table} t where t.org = any ($1::uuid[]) and ${binding.described.label} ilike $2 order by t.created_at desc limit 20`,
    [orgIds, contains(q)],
  );

/** The rows that decisions were about, by table and id, of those the person may see. */
export async function namesOf(
  tx: Tx,
  node: HostedNode,
  asked: readonly { readonly gate: string; readonly subjectId: string }[],
): Promise<ReadonlyMap<string, Subject>> {
  const found = new Map<string, Subject>();
  for (const [gate, { binding }] of node.gates) {
    const ids = [...new Set(asked.filter((one) => one.gate === gate).map((one) => one.subjectId))];
    if (ids.length === 0) continue;
    const rows = await tx.query<Subject & Row>(`select ${columns(binding)} from ${binding.table} t where t.id = any ($1::uuid[])`, [ids]);
    for (const row of rows) found.set(`${gate} ${row.id}`, row);
  }
  return found;
}
