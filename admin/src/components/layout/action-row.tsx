import type { ActionName } from '../../actions/actions.ts';
import type { Offer } from '../../actions/offer.ts';
import { actionOf } from '../../actions/actions.ts';
import { ActionButton } from '../action/action-button.tsx';

interface ActionRowProps {
  offers: readonly Offer[];
  org: string;
  /** The one primary button; by default the first that can be pressed. */
  primary?: ActionName | null;
  size?: 'middle' | 'large';
}

/** The acts on a record: one primary, the rest beside it. */
export function ActionRow({ offers, org, primary, size = 'middle' }: ActionRowProps) {
  const main = primary === undefined ? offers.find((offer) => offer.refusal === null && !actionOf(offer.action).danger)?.action : primary;
  const rank = (offer: Offer) => (offer.action === main ? 0 : actionOf(offer.action).danger ? 2 : 1);
  const sorted = [...offers].sort((left, right) => rank(left) - rank(right));
  return (
    <div className="sv-actions">
      {sorted.map((offer) => (
        <ActionButton
          key={`${offer.action} ${JSON.stringify(offer.body)}`}
          {...offer}
          org={org}
          isPrimary={offer.action === main}
          size={size}
        />
      ))}
    </div>
  );
}
