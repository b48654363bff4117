import { StatusTag } from '../../../components/status/status-tag.tsx';
import { useText } from '../../../i18n/text.ts';

/** Whether a carrier is offered to who posts a shipment. */
export function ActiveTag({ isActive }: { isActive: boolean }) {
  const { t } = useText();
  return <StatusTag tone={isActive ? 'done' : 'idle'}>{t(isActive ? 'carriers.active' : 'carriers.off')}</StatusTag>;
}
