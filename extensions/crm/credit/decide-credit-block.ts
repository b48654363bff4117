import type { Bilingual } from '@selvedge/kernel/gate/decision.ts';
import { compare } from '@selvedge/kernel/money.ts';
import { say } from '@selvedge/rules/say.ts';
import type { CreditStanding } from './load-credit.ts';

/**
 * Whether a deal must carry the credit block when it is won: anything overdue, or any currency over
 * its limit. A currency without a limit is not over it here; shipment approval asks for one.
 * @returns the reason as it is kept with the deal, for `creditBlockInWords` to read, or null
 * @source J28, J29
 */
export function creditBlockReason(standings: readonly CreditStanding[]): string | null {
  const reasons = standings.flatMap(({ currency, limit, exposure, overdue }) => [
    ...(compare(overdue, '0') > 0 ? [`overdue ${overdue} ${currency}`] : []),
    ...(limit !== null && compare(exposure, limit) > 0 ? [`exposure ${exposure} over limit ${limit} ${currency}`] : []),
  ]);
  return reasons.length === 0 ? null : reasons.join('; ');
}

const OVERDUE = /^overdue (\S+) (\S+)$/;
const OVER_LIMIT = /^exposure (\S+) over limit (\S+) (\S+)$/;

function partInWords(part: string, language: keyof Bilingual): string {
  const amount = (decimal = '') => say(decimal, { as: 'amount' }, language);
  const [, overdue, of] = OVERDUE.exec(part) ?? [];
  if (overdue !== undefined) return language === 'tr' ? `vadesi geçmiş ${amount(overdue)} ${of}` : `overdue ${amount(overdue)} ${of}`;
  const [, exposure, limit, currency] = OVER_LIMIT.exec(part) ?? [];
  if (exposure === undefined) return part;
  return language === 'tr'
    ? `risk ${amount(exposure)} ${currency}, limit ${amount(limit)} ${currency} aşıldı`
    : `exposure ${amount(exposure)} over limit ${amount(limit)} ${currency}`;
}

/** A kept reason for readers of either language; empty where there is none. */
export function creditBlockInWords(kept: string | null): Bilingual {
  const inLanguage = (language: keyof Bilingual) =>
    (kept ?? '')
      .split('; ')
      .map((part) => partInWords(part, language))
      .join('; ');
  return { en: inLanguage('en'), tr: inLanguage('tr') };
}

/** A row that a screen reads, with the kept reason in words. */
export interface Blocked extends Record<string, unknown> {
  creditBlockReason: string | null;
}
export const withBlockInWords = <Row extends Blocked>(row: Row) => ({
  ...row,
  creditBlockReason: row.creditBlockReason === null ? null : creditBlockInWords(row.creditBlockReason),
});
