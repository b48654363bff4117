import type { MailStatus } from '../../../api/types/crm.ts';
import { StatusTag } from '../../../components/status/status-tag.tsx';
import { MAIL_TONES } from '../../../components/status/tones.ts';
import { useText } from '../../../i18n/text.ts';

const TYPES = [
  'order_form_link',
  'order_form_confirmation',
  'order_form_diff',
  'proforma',
  'contract',
  'shipped',
  'delivered',
  'picking_started',
  'prepared',
  'postpo_change',
  'override_used',
  'shipment_approval_needed',
  'new_customer_pending_review',
] as const;
type MailType = (typeof TYPES)[number];
const isKnown = (type: string): type is MailType => (TYPES as readonly string[]).includes(type);

export function MailTypeText({ type }: { type: string }) {
  const { t } = useText();
  return <>{isKnown(type) ? t(`mailType.${type}`) : type.replaceAll('_', ' ')}</>;
}

export function MailStatusTag({ status }: { status: MailStatus }) {
  const { t } = useText();
  return <StatusTag tone={MAIL_TONES[status]}>{t(`mailStatus.${status}`)}</StatusTag>;
}
