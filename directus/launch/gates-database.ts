import { createPool } from '@selvedge/kernel/database/pool.ts';
import { inTransaction, type Row, type Tx } from '@selvedge/kernel/database/transaction.ts';
import type { GateBinding } from '@selvedge/kernel/gate/binding.ts';
import type { Decision } from '@selvedge/kernel/gate/decision.ts';
import { gateOf } from '@selvedge/kernel/gate/in-force.ts';
import { checkPolicy, type KnownNames } from '@selvedge/rules/check-policy.ts';
import { gates, type GateName } from '@selvedge/rules/index.ts';
import type { PolicyProblem } from '@selvedge/rules/policy-problem.ts';
import { readCases } from '@selvedge/rules/read-cases.ts';
import { runningNodes, type RunningNode } from './running-nodes.ts';

export interface CheckedVersion {
  readonly node: string;
  readonly org: string;
  readonly gate: string;
  readonly version: number;
  readonly state: string;
  readonly problems: readonly PolicyProblem[];
}

const readNode = async <T>({ databaseUrl }: RunningNode, read: (tx: Tx) => Promise<T>): Promise<T> => {
  const pool = createPool(databaseUrl, 1, 'selvedge-gates');
  try {
    return await inTransaction(pool, { kind: 'system' }, read, 'read');
  } finally {
    await pool.end();
  }
};

/** Checks every version that the organisations of the running nodes submitted or published, against the defaults of this code. */
export async function checkDatabases(known: KnownNames): Promise<CheckedVersion[]> {
  const checked: CheckedVersion[] = [];
  for (const node of await runningNodes()) {
    const versions = await readNode(node, (tx) =>
      tx.query<Row & { org: string; gate: GateName; version: number; state: string; definition: string; cases: string | null }>(
        `select o.code as org, p.gate, p.version, p.state, p.definition, p.cases from core_gate_policy p join core_org o on o.id = p.org
         where p.state in ('in_review', 'published') order by o.code, p.gate, p.version`,
      ),
    );
    for (const { org, gate, version, state, definition, cases } of versions) {
      const { factsSchema, policy } = gates[gate];
      const rawCases = cases === null ? {} : { rawCases: cases };
      const problems = await checkPolicy({
        raw: definition,
        ...rawCases,
        gate: { name: gate, factsSchema, cases: readCases(gate) },
        base: policy,
        known,
      });
      checked.push({ node: node.name, org, gate, version, state, problems });
    }
  }
  return checked;
}

const IN_FORCE = `select id from core_gate_policy where org = $1 and gate = $2 and state = 'published' and effective_from <= now() order by effective_from desc, version desc limit 1`;

/**
 * What a gate says of one record of a running node, by the policy in force there.
 * @param record its id, or the code or name it goes by
 * @throws Error when no running node passes the gate, or has such a record
 */
export async function explainRecord(
  bindings: readonly { readonly system: string; readonly binding: GateBinding }[],
  gate: string,
  record: string,
): Promise<Decision> {
  const bound = bindings.find(({ binding }) => binding.gate.name === gate);
  if (!bound)
    throw new Error(
      `"${gate}" is no gate that a command passes; there are ${bindings.map(({ binding }) => binding.gate.name).join(', ')}.`,
    );
  const { system, binding } = bound;
  const node = (await runningNodes()).find(({ systems }) => (systems as readonly string[]).includes(system));
  if (!node) throw new Error(`No node runs that hosts ${system}; start it first.`);
  return readNode(node, async (tx) => {
    const row = await tx.maybe<Row & { id: string; org: string }>(
      `select t.* from ${binding.table} t where t.id::text = $1 or ${binding.described.label} = $1 limit 1`,
      [record],
    );
    if (!row) throw new Error(`${system} has no record "${record}" that ${gate} judges.`);
    const policy = await tx.maybe<{ id: string }>(IN_FORCE, [row.org, gate]);
    const facts = (await binding.loadFacts(tx, [row], new Date()))(row);
    return (await gateOf(tx, binding.gate, policy?.id ?? null)).evaluate(facts, { type: binding.table, id: row.id });
  });
}
