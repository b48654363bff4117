import type { LocalText } from '../../api/types/shared.ts';
import type { TextKey } from '../../i18n/text-key.ts';
import type { Texts } from '../../i18n/text.ts';
import { dateText } from '../../format/times.ts';
import { quantityText, amountText, priceText } from '../../format/numbers.ts';
import { isDecimal } from '../../decimal/decimal.ts';

const LABELS: Record<string, TextKey> = {
  position: 'timeline.detail.position',
  rollCode: 'timeline.detail.roll',
  meters: 'timeline.detail.meters',
  shortageQty: 'timeline.detail.shortageQty',
  short: 'timeline.detail.short',
  lines: 'column.lines',
  leftOut: 'timeline.detail.leftOut',
  shipDate: 'column.shipDate',
  carrier: 'field.carrier',
  trackingId: 'field.trackingId',
  irsaliyeNumber: 'field.irsaliyeNumber',
  invoiceNumber: 'field.invoiceNumber',
  podReference: 'field.podReference',
  receivedBy: 'field.podReceivedBy',
  amount: 'field.amount',
  unitPrice: 'column.unitPrice',
  decision: 'field.decision',
};

/** Fields of a record by the names that its command gives them. */
const FIELDS: Record<string, TextKey> = {
  name: 'field.name',
  taxNumber: 'column.taxNumber',
  paymentMode: 'fact.paymentMode',
  termsDays: 'field.termsDays',
  graceDays: 'field.graceDays',
  limits: 'column.limits',
  pocEmail: 'column.email',
  primaryContact: 'field.primaryContact',
  primaryEmail: 'field.primaryEmail',
  billingEmail: 'field.billingEmail',
  billingAddress: 'field.billingAddress',
  shippingAddress: 'field.shippingAddress',
  emailOptOut: 'field.emailOptOut',
  onboarding: 'section.onboarding',
};

const VALUES: Record<string, TextKey> = {
  planned: 'reservationStatus.planned',
  allocated: 'reservationStatus.allocated',
  reserved: 'reservationStatus.reserved',
  released: 'reservationStatus.released',
  partial: 'timeline.detail.partial',
  wait: 'shortageDecision.wait',
  ship_partly: 'shortageDecision.ship_partly',
  cancel_line: 'shortageDecision.cancel_line',
};

const QUOTED = ['reason', 'note', 'was'];
const BARE = ['state', 'status'];

const isSentence = (value: unknown): value is LocalText => typeof value === 'object' && value !== null && 'en' in value && 'tr' in value;

const isOverride = (value: unknown): value is { reasonCode: string; note: string } =>
  typeof value === 'object' && value !== null && 'reasonCode' in value && 'note' in value;

/** Whether somebody overrode a gate, and so named a reason from the organisation's list. */
export const hasOverride = (details: Record<string, unknown> | null): boolean => Object.values(details ?? {}).some(isOverride);

/**
 * The readable part of an entry's details, in the reader's language. What has no words of its own stays out.
 * @param reasonName what the organisation calls a reason of an override
 */
export function detailsText(
  details: Record<string, unknown> | null,
  { t, language }: Pick<Texts, 't' | 'language'>,
  reasonName: (code: string) => string = (code) => code,
): string {
  if (!details) return '';
  const parts: string[] = [];
  for (const [name, value] of Object.entries(details)) {
    if (name === 'changed' && Array.isArray(value)) {
      const names = value.flatMap((field) => FIELDS[String(field)] ?? []).map((key) => t(key));
      if (names.length > 0) parts.push(`${t('timeline.detail.changed')} ${names.join(', ')}`);
    }
    if (isOverride(value)) parts.push(`${t('timeline.detail.override')} ${reasonName(value.reasonCode)} “${value.note}”`);
    if (isSentence(value)) parts.push(`“${value[language] || value.en}”`);
    if ((typeof value !== 'string' && typeof value !== 'number') || value === '' || value === 0 || value === '0') continue;
    const known = VALUES[String(value)];
    const text = known ? t(known) : plain(name, String(value), details, language);
    const label = LABELS[name];
    if (QUOTED.includes(name)) parts.push(`“${text}”`);
    else if (BARE.includes(name)) parts.push(text);
    else if (label) parts.push(`${t(label)} ${text}`);
  }
  return parts.join(' · ');
}

function plain(name: string, value: string, details: Record<string, unknown>, language: Texts['language']): string {
  if (name === 'shipDate') return dateText(value, language);
  if ((name === 'amount' || name === 'unitPrice') && isDecimal(value)) {
    const text = name === 'amount' ? amountText(value, language) : priceText(value, language);
    return `${text} ${typeof details['currency'] === 'string' ? details['currency'] : ''}`.trim();
  }
  return ['meters', 'shortageQty'].includes(name) && isDecimal(value) ? quantityText(value, language) : value;
}
