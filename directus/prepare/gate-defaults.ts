import type pg from 'pg';
import { gateNames, gates } from '@selvedge/rules/index.ts';
import { readCases } from '@selvedge/rules/read-cases.ts';

/**
 * Keeps the default policy of each gate, with its cases, in the database: a decision made by it is
 * explained by it for ever. Its cases may grow; its text under one version may not change.
 * @throws Error naming the gate whose text differs from the one that this database has judged by
 */
export async function keepGateDefaults(owner: pg.Client): Promise<void> {
  for (const name of gateNames) {
    const { policy } = gates[name];
    const definition = JSON.stringify(policy);
    const { rows } = await owner.query<{ definition: string }>(
      `insert into kernel.gate_default as d (gate, version, definition, cases) values ($1, $2, $3, $4)
       on conflict (gate, version) do update set cases = excluded.cases returning d.definition`,
      [name, policy.version, definition, JSON.stringify(readCases(name))],
    );
    if (rows[0]?.definition !== definition) {
      throw new Error(
        `rules/${name}/gate.json differs from version ${policy.version}, by which this database has judged already. Give it the version ${policy.version + 1}.`,
      );
    }
  }
}
