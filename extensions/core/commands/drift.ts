import { z } from 'zod';
import { bulkBy, MAX_BULK_ITEMS } from '@selvedge/kernel/command/bulk.ts';
import { commandAt } from '@selvedge/kernel/command/define-command.ts';
import { conflict, notFound } from '@selvedge/kernel/errors.ts';
import { askToTell } from '@selvedge/kernel/mirror/ask-owner.ts';
import { checkMirrors } from '@selvedge/kernel/mirror/check.ts';
import { systemClock } from '@selvedge/kernel/clock.ts';
import type { Row } from '@selvedge/kernel/database/transaction.ts';
import { id, reason } from '../input.ts';

/** Compares every mirror of this node with its owner now, instead of at night. */
export const checkDrift = commandAt({
  name: 'drift.check',
  system: 'core',
  title: { en: 'Compare mirrors', tr: 'Yansıları karşılaştır' },
  permission: 'events:replay',
  input: z.strictObject({}),
  belongsTo: () => Promise.resolve(null),
  run: async ({ asSystem, changed, node, requestId }) => {
    const mirrors = await asSystem((tx) => checkMirrors(tx, node, systemClock));
    changed('kernel.drift', requestId, { after: { differing: Object.fromEntries(mirrors.map((one) => [one.mirror, one.differing])) } });
    return { mirrors };
  },
});

interface DriftRow extends Row {
  readonly mirror: string;
  readonly entity_id: string;
  readonly kind: string;
}

const healOne = commandAt({
  name: 'drift.heal',
  system: 'core',
  title: { en: 'Heal difference', tr: 'Farkı gider' },
  permission: 'events:replay',
  input: z.strictObject({ difference: id, reason }),
  reason: (input) => input.reason,
  belongsTo: async (tx, { difference }) => (await tx.maybe<Row & { org: string | null }>('select org from kernel.drift where id = $1', [difference]))?.org,
  run: async ({ asSystem, changed, node, now }, input) => {
    const row = await asSystem(async (tx) => {
      const found = await tx.maybe<DriftRow>('select mirror, entity_id, kind from kernel.drift where id = $1 and healed_at is null for update', [
        input.difference,
      ]);
      if (!found) throw conflict('DRIFT_HEALED', { en: 'This difference is gone already.', tr: 'Bu fark zaten giderildi.' });
      if (found.kind === 'surplus')
        throw conflict('DRIFT_UNKNOWN_TO_OWNER', {
          en: `The owner knows no ${found.entity_id}, so it has nothing to tell; see where the mirror has it from.`,
          tr: `Sahibinde ${found.entity_id} yok, bildirecek bir şeyi de yok; kopyanın bunu nereden aldığına bakın.`,
        });
      await tx.query('update kernel.drift set told_at = $2 where id = $1', [input.difference, now]);
      return found;
    });
    const mirror = node.keeps.find((one) => one.name === row.mirror);
    if (!mirror) throw notFound();
    await askToTell(node, systemClock, mirror, [row.entity_id], input.reason);
    changed('kernel.drift', input.difference, { after: { mirror: row.mirror, entityId: row.entity_id, told: true } });
    return { difference: input.difference, told: true };
  },
});

/** Has the owners tell what differs once more, as it is now. */
export const healDrift = bulkBy(healOne, {
  name: 'drift.heal',
  title: { en: 'Heal differences', tr: 'Farkları gider' },
  input: z.strictObject({ differences: z.array(id).min(1).max(MAX_BULK_ITEMS), reason }),
  items: (_tx, input) =>
    Promise.resolve([...new Set(input.differences)].map((difference) => ({ name: difference, body: { difference, reason: input.reason } }))),
});
