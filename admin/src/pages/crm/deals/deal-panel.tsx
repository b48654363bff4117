import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { Link } from 'react-router';
import { dealOffers, gateOfDeal, linesEditable } from '../../../actions/deal-offers.ts';
import type { DealView } from '../../../api/types/crm.ts';
import { ActionRow } from '../../../components/layout/action-row.tsx';
import { Loaded } from '../../../components/layout/loaded.tsx';
import { RecordHead } from '../../../components/layout/record-head.tsx';
import { Section } from '../../../components/layout/section.tsx';
import { LinesTable } from '../../../components/lines/lines-table.tsx';
import { Skeleton } from '../../../components/state/skeleton.tsx';
import { DealStatusTag, StageTag } from '../../../components/status/status-tag.tsx';
import { Timeline } from '../../../components/timeline/timeline.tsx';
import { Code } from '../../../components/value/code.tsx';
import { RelativeTime } from '../../../components/value/relative-time.tsx';
import { useText } from '../../../i18n/text.ts';
import { useScopedPath } from '../../../routing/scope.ts';
import { useHolds } from '../../../session/use-holds.ts';
import { useDecision, useViewOne } from '../../../views/use-view-one.ts';
import { DealCredit } from './deal-credit.tsx';
import { DealGate } from './deal-gate.tsx';
import { LinePrice } from './line-price.tsx';

const LineEditor = lazy(() => import('./line-editor.tsx').then((module) => ({ default: module.LineEditor })));

/** A deal with its gate, lines and history. */
export function DealPanel({ id }: { id: string }) {
  const view = useViewOne('crm/deal', id);
  return <Loaded view={view}>{(data) => <DealContent view={data} />}</Loaded>;
}

function DealContent({ view }: { view: DealView }) {
  const { t } = useText();
  const scoped = useScopedPath();
  const [isEditing, setEditing] = useState(false);
  const { deal, customer, lines } = view;
  const mayEdit = useHolds('crm', 'deals:edit', deal.org) && linesEditable(deal.status);
  const hasOpenOrders = view.purchaseOrders.some((po) => po.stage !== 'closed' && po.stage !== 'cancelled');
  const gate = gateOfDeal(deal.status);
  const decision = useDecision('crm', gate ?? 'deal-submit', gate ? deal.id : null);
  const offers = dealOffers({ ...deal, hasOpenOrders }, decision.data);
  return (
    <article data-testid="deal" data-code={deal.code} data-status={deal.status}>
      <RecordHead
        code={<Code value={deal.code} />}
        status={<DealStatusTag status={deal.status} />}
        title={<Link to={scoped(`/customers/${customer.profileId}`)}>{customer.name}</Link>}
        meta={
          <>
            {deal.ownerName ? `${deal.ownerName} · ` : ''}
            <RelativeTime at={deal.createdAt} org={deal.org} /> · {deal.org}
          </>
        }
      />
      {deal.changedAfterSubmitAt && deal.status === 'draft' && (
        <p className="sv-banner sv-tone-waiting">
          {t('deals.changedAfterSubmit')} <RelativeTime at={deal.changedAfterSubmitAt} org={deal.org} />
        </p>
      )}
      {deal.cancelReason && <p className="sv-banner sv-tone-idle">{t('deals.cancelReason', { reason: deal.cancelReason })}</p>}
      <ActionRow offers={offers} org={deal.org} />
      {gate && !isEditing && <DealGate gate={gate} view={view} offers={offers} onEditLines={mayEdit ? () => setEditing(true) : null} />}
      <DealCredit view={view} />
      <Section
        title={t('section.lines')}
        aside={
          mayEdit && !isEditing ? (
            <Button data-testid="edit-lines" onClick={() => setEditing(true)}>
              {t('deals.editLines')}
            </Button>
          ) : null
        }
      >
        {isEditing ? (
          <Suspense fallback={<Skeleton rows={5} />}>
            <LineEditor view={view} onClose={() => setEditing(false)} />
          </Suspense>
        ) : (
          <LinesTable
            lines={lines}
            currency={deal.currency}
            isAllocationShown={deal.wonAt !== null}
            stepFor={(line) => <LinePrice deal={deal} line={line} />}
          />
        )}
      </Section>
      {deal.note && (
        <Section title={t('field.note')}>
          <p className="sv-prose">{deal.note}</p>
        </Section>
      )}
      {view.purchaseOrders.length > 0 && (
        <Section title={t('section.purchaseOrders')}>
          <ul className="sv-list">
            {view.purchaseOrders.map((po) => (
              <li key={po.id} className="sv-row">
                <Link to={scoped(`/purchase-orders/${po.id}`)} className="sv-mono">
                  {po.code}
                </Link>
                <StageTag stage={po.stage} />
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Section title={t('section.timeline')}>
        <Timeline rows={view.timeline} org={deal.org} />
      </Section>
    </article>
  );
}
