import { randomUUID } from 'node:crypto';
import { ask, type Door } from './ask.ts';
import type { Probe } from './probe.ts';

/** Surfaces of Directus that tell of all orgs at once, and how they must answer to whoever is no administrator. */
const SHUT = [
  '/graphql',
  '/graphql/system',
  '/shares',
  '/comments',
  '/revisions',
  '/activity',
  '/flows',
  '/operations',
  '/dashboards',
  '/panels',
  '/versions',
  '/utils/export/crm_deal',
  '/utils/import/crm_deal',
  '/utils/hash/generate',
  '/utils/sort/crm_deal',
  '/schema/snapshot',
];
/** Surfaces that may answer, with what is the person's own. */
const OWN = [
  '/users?limit=-1',
  '/roles?limit=-1',
  '/policies?limit=-1',
  '/permissions?limit=-1',
  '/presets?limit=-1',
  '/notifications?limit=-1',
  '/files?limit=-1',
  '/folders?limit=-1',
];

/** @param strangers e-mail addresses and org ids that this person has nothing to do with */
export function closedDoorProbes(door: Door, strangers: readonly string[]): Probe[] {
  if (door.person.isAdmin) return [];
  const probe = (path: string, look: () => Promise<string | null>): Probe => ({ name: `${door.person.label} ${path}`, look });
  return [
    ...SHUT.map((path) =>
      probe(path, async () => {
        const { status } = await ask(door, path, path.startsWith('/utils') ? { method: 'POST', body: {} } : {});
        return status === 403 || status === 404 ? null : `answers ${status}`;
      }),
    ),
    ...OWN.map((path) =>
      probe(path, async () => {
        const { text } = await ask(door, path);
        const stranger = strangers.find((one) => text.includes(one));
        return stranger === undefined ? null : `tells of ${stranger}`;
      }),
    ),
    probe('/assets/<random>', async () => {
      const { status } = await ask(door, `/assets/${randomUUID()}`);
      return status === 403 || status === 404 ? null : `answers ${status}`;
    }),
  ];
}
