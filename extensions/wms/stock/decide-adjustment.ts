import { conflict, type Refusal } from '@selvedge/kernel/errors.ts';
import { compare, isZero, subtract } from '@selvedge/kernel/money.ts';

/** A roll with its lot as the books have them; meters as decimals. */
export interface AdjustedRoll {
  readonly code: string;
  readonly status: string;
  readonly onHand: string;
  readonly allocated: string;
  /** Promised whole to a line that has not taken it yet: the line gets it at whatever it measures. */
  readonly isPromisedWhole: boolean;
  readonly lot: { readonly code: string; readonly onHand: string; readonly reserved: string };
  /** Deals that hold the roll or its lot. */
  readonly deals: readonly string[];
}

export interface Adjustment {
  /** What roll and lot gain; negative where meters are gone. */
  readonly difference: string;
  /** What the line gains that the whole roll is promised to. */
  readonly heldDifference: string;
  readonly status: 'in_stock' | 'allocated' | 'written_off';
}

const plain = (meters: string) => subtract(meters, '0');
const named = (deals: readonly string[]) => (deals.length > 0 ? deals.join(', ') : '–');

/** Whether a roll may be set to what was measured, and what that changes. Never below what lines were given or promised. */
export function decideAdjustment(roll: AdjustedRoll, measured: string, seen: string | undefined): Adjustment | Refusal {
  const { code, lot, deals } = roll;
  const onHand = plain(roll.onHand);
  const allocated = plain(roll.allocated);
  if (roll.status === 'shipped')
    return conflict('ROLL_SHIPPED', {
      en: `Roll ${code} has left the warehouse; what left is not adjusted.`,
      tr: `${code} topu depodan çıktı; çıkan top düzeltilmez.`,
    });
  if (seen !== undefined && compare(seen, onHand) !== 0)
    return conflict(
      'ROLL_CHANGED',
      {
        en: `Roll ${code} has ${onHand} m by now, not the ${seen} m you saw; measure it again.`,
        tr: `${code} topu artık ${onHand} m, gördüğünüz ${seen} m değil; yeniden ölçün.`,
      },
      { onHand },
    );
  if (compare(measured, onHand) === 0)
    return conflict('METERS_UNCHANGED', { en: `Roll ${code} has ${onHand} m already.`, tr: `${code} topu zaten ${onHand} m.` });
  if (compare(measured, allocated) < 0)
    return conflict(
      'ROLL_ALLOCATED',
      {
        en: `${allocated} m of roll ${code} are allocated (${named(deals)}), more than ${measured} m; take the roll out of those lines first.`,
        tr: `${code} topunun ${allocated} metresi tahsisli (${named(deals)}), ${measured} metreden çok; önce topu o satırlardan çıkarın.`,
      },
      { allocated, deals },
    );
  const isUntouched = roll.isPromisedWhole && isZero(allocated);
  if (isUntouched && isZero(measured))
    return conflict(
      'ROLL_PROMISED',
      {
        en: `Roll ${code} is promised whole (${named(deals)}); plan that line with another roll before this one is written off.`,
        tr: `${code} topu bütün olarak ayrılı (${named(deals)}); bu top düşülmeden önce o satırı başka topla planlayın.`,
      },
      { deals },
    );
  const difference = subtract(measured, onHand);
  const heldDifference = isUntouched ? difference : '0';
  const free = subtract(lot.onHand, lot.reserved);
  const lost = subtract(subtract('0', difference), subtract('0', heldDifference));
  if (compare(lost, free) > 0)
    return conflict(
      'LOT_RESERVED',
      {
        en: `Lot ${lot.code} has ${free} m that no line holds, ${lost} m would be gone (${named(deals)}); release or plan anew what does not fit first.`,
        tr: `${lot.code} partisinde hiçbir satıra ayrılmamış ${free} m var, ${lost} m eksilecek (${named(deals)}); önce sığmayanı çözün ya da yeniden planlayın.`,
      },
      { lot: lot.code, free, deals },
    );
  return { difference, heldDifference, status: isZero(measured) ? 'written_off' : compare(allocated, '0') > 0 ? 'allocated' : 'in_stock' };
}
