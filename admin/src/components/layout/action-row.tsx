import type { ReactNode } from 'react';
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
  /** Buttons of the page's own; they stand before the dangerous ones. */
  children?: ReactNode;
}

/** The acts on a record: one primary, the rest beside it, dangerous ones last. */
export function ActionRow({ offers, org, primary, size = 'middle', children }: ActionRowProps) {
  const main = primary === undefined ? offers.find((offer) => offer.refusal === null && !actionOf(offer.action).danger)?.action : primary;
  const rank = (offer: Offer) => (offer.action === main ? 0 : actionOf(offer.action).danger ? 2 : 1);
  const buttons = (ranks: readonly number[]) =>
    offers
      .filter((offer) => ranks.includes(rank(offer)))
      .sort((left, right) => rank(left) - rank(right))
      .map((offer) => (
        <ActionButton
          key={`${offer.action} ${JSON.stringify(offer.body)}`}
          {...offer}
          org={org}
          isPrimary={offer.action === main}
          size={size}
        />
      ));
  return (
    <div className="sv-actions">
      {buttons([0, 1])}
      {children}
      {buttons([2])}
    </div>
  );
}
