import { catalogItemUpdated } from '@selvedge/contract/events/catalog-item-updated.ts';
import { stableId } from '@selvedge/directus/access/directus-permissions.ts';
import type { SystemContext } from '@selvedge/kernel/system-transaction.ts';
import { SEED_CARRIERS } from './carriers.ts';
import { seedQualities } from './catalog.ts';
import { createRandom } from './random.ts';
import { ORG_CODES } from './users.ts';

const LOTS_PER_QUALITY = 2;
/** Rolls in all: 60 qualities × 2 orgs × 2 lots × 2 or 3 rolls = 600. */
const rollsInLot = (lot: number) => (lot === 0 ? 3 : 2);

/** Carriers, qualities, lots and rolls of the warehouse; the catalog is told to CRM as it would be in life. */
export async function seedStock({ tx, emit, changed }: SystemContext, metersPerRoll: { low: number; high: number }): Promise<void> {
  const random = createRandom(7);
  const orgs = await tx.query<{ id: string; code: string }>('select id, code from core_org where code = any ($1) order by code desc', [ORG_CODES]);
  for (const org of orgs)
    await tx.insertMany(
      'wms_carrier',
      SEED_CARRIERS.map((carrier) => ({ ...carrier, org: org.id })),
    );
  for (const quality of seedQualities()) {
    const qualityId = stableId(`quality:${quality.code}`);
    await tx.insert('wms_quality', {
      id: qualityId,
      code: quality.code,
      name: quality.name,
      composition: quality.composition,
      width_cm: quality.widthCm,
      weight_gsm: quality.weightGsm,
      allowed_uoms: [...quality.allowedUoms],
    });
    emit(catalogItemUpdated, null, quality.code, {
      code: quality.code,
      name: quality.name,
      composition: quality.composition,
      allowed_uoms: [...quality.allowedUoms],
      active: true,
    });
    for (const org of orgs) {
      for (let lot = 0; lot < LOTS_PER_QUALITY; lot += 1) {
        const lotCode = `L${org.code[0] ?? ''}-${quality.code}-${lot + 1}`;
        const meters = Array.from({ length: rollsInLot(lot) }, () => random.between(metersPerRoll.low, metersPerRoll.high));
        const lotId = stableId(`lot:${org.code}:${lotCode}`);
        await tx.insert('wms_lot', { id: lotId, org: org.id, quality: qualityId, code: lotCode, on_hand_meters: String(meters.reduce((a, b) => a + b, 0)) });
        await tx.insertMany(
          'wms_roll',
          meters.map((length, i) => ({
            org: org.id,
            lot: lotId,
            quality: qualityId,
            code: `R${org.code[0] ?? ''}-${quality.code}-${lot + 1}${i + 1}`,
            received_meters: String(length),
            on_hand_meters: String(length),
            location: `${random.pick(['A', 'B', 'C', 'D'])}-${random.between(1, 24)}-${random.between(1, 5)}`,
          })),
        );
      }
    }
  }
  for (const org of orgs) changed('wms', 'wms_lot', org.id, org.id, { after: { seeded: true } });
}
