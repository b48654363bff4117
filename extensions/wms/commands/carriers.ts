import { z } from 'zod';
import { CARRIER_TRACKING } from '@selvedge/directus/model/wms/carriers.ts';
import type { RowFor } from '@selvedge/directus/model/index.ts';
import { commandIn, commandOn } from '@selvedge/kernel/command/define-command.ts';
import type { Tx } from '@selvedge/kernel/database/transaction.ts';
import { conflict } from '@selvedge/kernel/errors.ts';
import { inWords } from '@selvedge/kernel/input-problems.ts';
import { id } from '../input.ts';

const name = z
  .string()
  .trim()
  .min(2, { error: () => inWords({ en: 'name the carrier in at least 2 characters', tr: 'taşıyıcıyı en az 2 karakterle yazın' }) })
  .max(120);
const tracking = z.enum(CARRIER_TRACKING);

const auditOf = (carrier: Pick<RowFor<'wms_carrier'>, 'name' | 'tracking' | 'active'>) => ({
  name: carrier.name,
  tracking: carrier.tracking,
  active: carrier.active,
});

/** @throws Refusal CARRIER_EXISTS where the org lists another under this name, however it is written */
async function refuseTaken(tx: Tx, org: string, wanted: string, except: string | null): Promise<void> {
  const taken = await tx.maybe<{ name: string }>(
    'select name from wms_carrier where org = $1 and app.carrier_key(name) = app.carrier_key($2) and id is distinct from $3::uuid',
    [org, wanted, except],
  );
  if (taken)
    throw conflict('CARRIER_EXISTS', {
      en: `"${taken.name}" is listed already; change that one or choose another name.`,
      tr: `"${taken.name}" zaten listede; onu değiştirin ya da başka bir ad seçin.`,
    });
}

/** Lists a carrier, with whether a shipment by it needs its tracking number. */
export const addCarrier = commandIn({
  name: 'carrier.add',
  system: 'wms',
  title: { en: 'Add carrier', tr: 'Taşıyıcı ekle' },
  permission: 'carriers:keep',
  input: z.strictObject({ org: id, name, tracking }),
  org: (body) => body.org,
  run: async ({ tx, org, changed }, body) => {
    await refuseTaken(tx, org.id, body.name, null);
    const carrier = await tx.insert('wms_carrier', { org: org.id, name: body.name, tracking: body.tracking });
    changed('wms_carrier', carrier.id, { after: auditOf(carrier) });
    return { carrierId: carrier.id };
  },
});

/** Renames a carrier, says anew whether it gives tracking, or switches it off: then it is offered no more. */
export const changeCarrier = commandOn({
  name: 'carrier.change',
  system: 'wms',
  title: { en: 'Change carrier', tr: 'Taşıyıcıyı değiştir' },
  permission: 'carriers:keep',
  input: z.strictObject({ carrier: id, name: name.optional(), tracking: tracking.optional(), active: z.boolean().optional() }),
  subject: { table: 'wms_carrier', id: (body) => body.carrier },
  run: async ({ tx, org, subject, changed }, body) => {
    const after = { name: body.name ?? subject.name, tracking: body.tracking ?? subject.tracking, active: body.active ?? subject.active };
    if (after.name !== subject.name) await refuseTaken(tx, org.id, after.name, subject.id);
    await tx.update('wms_carrier', subject.id, after);
    changed('wms_carrier', subject.id, { before: auditOf(subject), after });
    return { carrierId: subject.id, active: after.active };
  },
});
