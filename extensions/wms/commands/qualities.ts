import { z } from 'zod';
import { catalogItemUpdated } from '@selvedge/contract/events/catalog-item-updated.ts';
import type { RowFor } from '@selvedge/directus/model/index.ts';
import { UOMS } from '@selvedge/directus/model/units.ts';
import { commandAt } from '@selvedge/kernel/command/define-command.ts';
import { conflict, notFound } from '@selvedge/kernel/errors.ts';
import { inWords } from '@selvedge/kernel/input-problems.ts';
import { id, label, note } from '../input.ts';

type Quality = Pick<RowFor<'wms_quality'>, 'code' | 'name' | 'composition' | 'width_cm' | 'weight_gsm' | 'allowed_uoms' | 'active'>;

const fields = {
  name: z.string().trim().min(2).max(250),
  composition: z.string().trim().min(2).max(250),
  widthCm: z.number().int().min(1).max(1_000),
  weightGsm: z.number().int().min(1).max(5_000),
  allowedUoms: z
    .array(z.enum(UOMS))
    .min(1, { error: () => inWords({ en: 'choose at least one unit it may be sold in', tr: 'satılabileceği en az bir birim seçin' }) })
    .max(UOMS.length)
    .refine((uoms) => new Set(uoms).size === uoms.length, {
      error: () => inWords({ en: 'names a unit twice; name each once', tr: 'bir birimi iki kez içeriyor; her birini bir kez yazın' }),
    }),
};

const auditOf = ({ code, name, composition, width_cm, weight_gsm, allowed_uoms, active }: Quality): Quality => ({
  code,
  name,
  composition,
  width_cm,
  weight_gsm,
  allowed_uoms,
  active,
});
/** What CRM sells from; width and weight are the warehouse's own. */
const told = ({ code, name, composition, allowed_uoms, active }: Quality) => ({ code, name, composition, allowed_uoms, active });

/** A quality of the whole group: the key in any org will do, and CRM hears of it. */
export const addQuality = commandAt({
  name: 'quality.add',
  system: 'wms',
  title: { en: 'Add quality', tr: 'Kalite ekle' },
  permission: 'catalog:edit',
  input: z.strictObject({ code: label, ...fields }),
  belongsTo: () => Promise.resolve(null),
  isShared: true,
  run: async ({ tx, emitForGroup, changed }, body) => {
    const taken = await tx.maybe<{ name: string }>('select name from wms_quality where code = $1', [body.code]);
    if (taken)
      throw conflict('QUALITY_EXISTS', {
        en: `${body.code} is "${taken.name}" already; change that quality or choose another code.`,
        tr: `${body.code} zaten "${taken.name}"; o kaliteyi değiştirin ya da başka bir kod seçin.`,
      });
    const quality = await tx.insert('wms_quality', {
      code: body.code,
      name: body.name,
      composition: body.composition,
      width_cm: body.widthCm,
      weight_gsm: body.weightGsm,
      allowed_uoms: body.allowedUoms,
      active: true,
    });
    emitForGroup(catalogItemUpdated, quality.code, told(quality));
    changed('wms_quality', quality.id, { after: auditOf(quality) });
    return { qualityId: quality.id, code: quality.code };
  },
});

/** Its code stays: it stands on labels and in what CRM was told. Switched off, it is sold and received no more. */
export const changeQuality = commandAt({
  name: 'quality.change',
  system: 'wms',
  title: { en: 'Change quality', tr: 'Kaliteyi değiştir' },
  permission: 'catalog:edit',
  input: z.strictObject({
    quality: id,
    name: fields.name.optional(),
    composition: fields.composition.optional(),
    widthCm: fields.widthCm.optional(),
    weightGsm: fields.weightGsm.optional(),
    allowedUoms: fields.allowedUoms.optional(),
    active: z.boolean().optional(),
    note: note.optional(),
  }),
  belongsTo: async (tx, body) => ((await tx.maybe('select 1 from wms_quality where id = $1', [body.quality])) ? null : undefined),
  isShared: true,
  reason: (body) => body.note,
  run: async ({ tx, emitForGroup, changed }, body) => {
    const before = await tx.maybe<RowFor<'wms_quality'> & Record<string, unknown>>('select * from wms_quality where id = $1 for update', [body.quality]);
    if (!before) throw notFound();
    const after = {
      code: before.code,
      name: body.name ?? before.name,
      composition: body.composition ?? before.composition,
      width_cm: body.widthCm ?? before.width_cm,
      weight_gsm: body.weightGsm ?? before.weight_gsm,
      allowed_uoms: body.allowedUoms ?? before.allowed_uoms,
      active: body.active ?? before.active,
    };
    if (JSON.stringify(auditOf(after)) === JSON.stringify(auditOf(before)))
      throw conflict('NOTHING_CHANGED', {
        en: `Nothing of ${before.code} differs from what stands there; change a field or close the form.`,
        tr: `${before.code} için yazılanlar kayıttakiyle aynı; bir alanı değiştirin ya da formu kapatın.`,
      });
    await tx.update('wms_quality', before.id, after);
    if (JSON.stringify(told(after)) !== JSON.stringify(told(before))) emitForGroup(catalogItemUpdated, before.code, told(after));
    changed('wms_quality', before.id, { before: auditOf(before), after: auditOf(after) });
    return { qualityId: before.id, code: before.code, active: after.active };
  },
});
