import { randomUUID } from 'node:crypto';
import type { System } from '@selvedge/kernel/system.ts';
import { anonymous, ask, type Door } from './ask.ts';
import type { Probe } from './probe.ts';

/** Every gate of a system, asked to explain itself about a row of others. @param foreign ids of such rows, by table */
export const gateProbes = (door: Door, system: System, foreign: ReadonlyMap<string, readonly string[]>): Probe[] =>
  system.gates.flatMap(({ gate, table }) => {
    const [id] = foreign.get(table) ?? [];
    if (id === undefined) return [];
    const explain = (subject: string) => ask(door, `/${system.name}/gates/${gate.name}/explain?subject=${subject}`);
    return [
      {
        name: `${door.person.label} gate ${system.name}/${gate.name} about a row of others`,
        look: async () => {
          const nothing = randomUUID();
          const [of, ofNothing] = [anonymous(await explain(id), id), anonymous(await explain(nothing), nothing)];
          return of === ofNothing ? null : `${id} answers "${of.slice(0, 80)}", none "${ofNothing.slice(0, 80)}"`;
        },
      },
    ];
  });
