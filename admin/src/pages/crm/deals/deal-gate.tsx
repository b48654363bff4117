import { Button } from 'antd';
import { Link } from 'react-router';
import { actionForCommand } from '../../../actions/actions.ts';
import { askOffer } from '../../../actions/price-request-offers.ts';
import type { Offer } from '../../../actions/offer.ts';
import type { DealView } from '../../../api/types/crm.ts';
import type { Requirement } from '../../../api/types/shared.ts';
import { ActionButton } from '../../../components/action/action-button.tsx';
import { ExplainedGate } from '../../../components/why-blocked/explained-gate.tsx';
import { useText } from '../../../i18n/text.ts';
import { useScopedPath } from '../../../routing/scope.ts';
import { useHolds } from '../../../session/use-holds.ts';

interface DealGateProps {
  gate: 'deal-submit' | 'deal-win';
  view: DealView;
  offers: readonly Offer[];
  /** null: the reader does not edit its lines */
  onEditLines: (() => void) | null;
}

/** Why the deal cannot be submitted or won yet, each row with its next step where this screen has it. */
export function DealGate({ gate, view, offers, onEditLines }: DealGateProps) {
  const { t } = useText();
  const scoped = useScopedPath();
  const { deal, customer } = view;
  const mayReconfirm = useHolds('crm', 'prices:reconfirm', deal.org);
  const decidesPrices = useHolds('crm', 'approvals:pricing', deal.org);
  const stepFor = (requirement: Requirement) => {
    if (requirement.command === 'deal.update-lines')
      return (
        onEditLines && (
          <Button data-testid="step-edit-lines" onClick={onEditLines}>
            {t('deals.editLines')}
          </Button>
        )
      );
    if (requirement.command === 'price.reconfirm')
      return (
        mayReconfirm && (
          <Link className="sv-link-button" data-testid="step-prices" to={scoped('/pricing?tab=stale_in_stock')}>
            {t('deals.reconfirmPrices')}
          </Link>
        )
      );
    if (requirement.command === 'price-request.create') {
      const [ask, another] = view.lines.flatMap((line) => askOffer(deal, line, decidesPrices) ?? []);
      if (another)
        return (
          <Button data-testid="step-lines" onClick={() => document.querySelector<HTMLElement>('.sv-line-step button')?.focus()}>
            {t('deals.goToLines')}
          </Button>
        );
      if (ask) return <ActionButton {...ask} org={deal.org} place="step" />;
      return (
        decidesPrices && (
          <Link className="sv-link-button" data-testid="step-approvals" to={scoped(`/approvals?q=${deal.code}`)}>
            {t('deals.decidePrices')}
          </Link>
        )
      );
    }
    const action = actionForCommand(requirement.command);
    if (action === 'customer.approve')
      return <ActionButton action={action} body={{ profile: customer.profileId }} refusal={null} org={deal.org} place="step" />;
    const offer = offers.find((candidate) => candidate.action === action);
    // The gate's own act stands in the head of the page.
    if (!offer || action === 'deal.win' || action === 'deal.submit') return null;
    return <ActionButton {...offer} org={deal.org} place="step" />;
  };
  return <ExplainedGate system="crm" gate={gate} subject={deal.id} stepFor={stepFor} />;
}
