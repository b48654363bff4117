import type { EventStatus } from '../../../api/types/core.ts';
import { StatusTag } from '../../../components/status/status-tag.tsx';
import { useText } from '../../../i18n/text.ts';
import type { Tone } from '../../../theme/theme.ts';

const TONES: Record<EventStatus, Tone> = {
  pending: 'moving',
  delivered: 'done',
  dead: 'blocked',
  waiting: 'waiting',
  parked: 'blocked',
  applied: 'done',
  skipped: 'idle',
};

export const EVENT_STATUSES = Object.keys(TONES) as EventStatus[];

export function EventStatusTag({ status }: { status: EventStatus }) {
  const { t } = useText();
  return <StatusTag tone={TONES[status]}>{t(`integration.status.${status}`)}</StatusTag>;
}

/** "CRM to WMS": both systems keep their names in every language. */
export function DirectionText({ source, target }: { source: string; target: string }) {
  const { t } = useText();
  return <span className="sv-nowrap">{t('integration.traffic', { source: source.toUpperCase(), target: target.toUpperCase() })}</span>;
}

export function SideText({ side }: { side: 'sent' | 'received' }) {
  const { t } = useText();
  return <>{t(`integration.side.${side}`)}</>;
}
