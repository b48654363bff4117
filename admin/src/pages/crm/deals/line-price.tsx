import { askOffer } from '../../../actions/price-request-offers.ts';
import type { DealLineRow, DealView } from '../../../api/types/crm.ts';
import { ActionButton } from '../../../components/action/action-button.tsx';
import { useText } from '../../../i18n/text.ts';
import { useHolds } from '../../../session/use-holds.ts';

/** What a line that waits for its price offers: to ask for it, and what was said when it was asked for before. */
export function LinePrice({ deal, line }: { deal: DealView['deal']; line: DealLineRow }) {
  const { t } = useText();
  const decidesPrices = useHolds('crm', 'approvals:pricing', deal.org);
  const offer = askOffer(deal, line, decidesPrices);
  const note = line.priceRequest?.status === 'rejected' ? line.priceRequest.note : null;
  if (!offer && note === null) return null;
  return (
    <span className="sv-line-step">
      {note !== null && <span className="sv-soft">{t('lines.priceRejectedBecause', { note })}</span>}
      {offer && <ActionButton {...offer} org={deal.org} place="step" />}
    </span>
  );
}
