import { Link } from 'react-router';
import { purchaseOrderOffers } from '../../../actions/purchase-order-offers.ts';
import type { PurchaseOrderView } from '../../../api/types/crm.ts';
import { Loaded } from '../../../components/layout/loaded.tsx';
import { RecordHead } from '../../../components/layout/record-head.tsx';
import { Section } from '../../../components/layout/section.tsx';
import { LinesTable } from '../../../components/lines/lines-table.tsx';
import { StageTag } from '../../../components/status/status-tag.tsx';
import { Timeline } from '../../../components/timeline/timeline.tsx';
import { Code } from '../../../components/value/code.tsx';
import { RelativeTime } from '../../../components/value/relative-time.tsx';
import { useText } from '../../../i18n/text.ts';
import { useScopedPath } from '../../../routing/scope.ts';
import { useDecision, useViewOne } from '../../../views/use-view-one.ts';
import { ApprovalContext } from './approval-context.tsx';
import { NextStep } from './next-step.tsx';
import { PoWarehouse } from './po-warehouse.tsx';
import { PoPayments } from './po-payments.tsx';
import { ShipmentGate } from './shipment-gate.tsx';
import { ShortageList } from './shortage-list.tsx';
import { StageTrack } from './stage-track.tsx';

/** Everything that decides whether this PO may ship, and the one next step. */
export function PurchaseOrderPanel({ id }: { id: string }) {
  const view = useViewOne('crm/purchase-order', id);
  return <Loaded view={view}>{(data) => <PurchaseOrderContent view={data} />}</Loaded>;
}

function PurchaseOrderContent({ view }: { view: PurchaseOrderView }) {
  const { t } = useText();
  const scoped = useScopedPath();
  const { purchaseOrder: po, deal, customer } = view;
  const isBeforeRelease = po.approvedAt === null && po.stage.startsWith('needs_');
  const decision = useDecision('crm', 'shipment-approval', isBeforeRelease ? po.id : null);
  const offers = purchaseOrderOffers(view, decision.data);
  return (
    <article data-testid="purchase-order" data-code={po.code} data-stage={po.stage}>
      <RecordHead
        code={<Code value={po.code} />}
        status={<StageTag stage={po.stage} />}
        title={<Link to={scoped(`/customers/${customer.profileId}`)}>{customer.name}</Link>}
        meta={
          <>
            {t('panel.since')} <RelativeTime at={po.stageSince} org={po.org} /> · {po.org}
          </>
        }
      />
      <StageTrack stage={po.stage} />
      <NextStep view={view} offers={offers} />
      {isBeforeRelease && <ShipmentGate view={view} offers={offers} />}
      {view.shortages.length > 0 && <ShortageList shortages={view.shortages} org={po.org} />}
      <ApprovalContext view={view} />
      <Section
        title={t('section.lines')}
        aside={
          <Link to={scoped(`/deals/${deal.id}`)}>
            {t('words.deal')} {deal.code}
          </Link>
        }
      >
        <LinesTable lines={view.lines} currency={po.currency} isAllocationShown />
      </Section>
      <PoPayments view={view} />
      {view.order && <PoWarehouse order={view.order} org={po.org} />}
      <Section title={t('section.timeline')}>
        <Timeline rows={view.timeline} org={po.org} />
      </Section>
    </article>
  );
}
