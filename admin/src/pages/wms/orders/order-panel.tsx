import { Link } from 'react-router';
import { orderOffers } from '../../../actions/order-offers.ts';
import type { OrderView } from '../../../api/types/wms.ts';
import { ActionRow } from '../../../components/layout/action-row.tsx';
import { Facts } from '../../../components/layout/facts.tsx';
import { Loaded } from '../../../components/layout/loaded.tsx';
import { RecordHead } from '../../../components/layout/record-head.tsx';
import { Section } from '../../../components/layout/section.tsx';
import { ControlTag, OrderStatusTag } from '../../../components/status/status-tag.tsx';
import { Timeline } from '../../../components/timeline/timeline.tsx';
import { CalendarDate } from '../../../components/value/calendar-date.tsx';
import { Code } from '../../../components/value/code.tsx';
import { RelativeTime } from '../../../components/value/relative-time.tsx';
import { useText } from '../../../i18n/text.ts';
import { todayIn } from '../../../format/times.ts';
import { useScopedPath, zoneOf } from '../../../routing/scope.ts';
import { useMe } from '../../../session/me.ts';
import { useDecision, useViewOne } from '../../../views/use-view-one.ts';
import { gateOfOrder, OrderGate } from './order-gate.tsx';
import { OrderLines } from './order-lines.tsx';

/** A warehouse order: what is picked, how it travels, and every next act. */
export function OrderPanel({ id }: { id: string }) {
  const view = useViewOne('wms/order', id);
  return <Loaded view={view}>{(data) => <OrderContent view={data} />}</Loaded>;
}

function OrderContent({ view }: { view: OrderView }) {
  const { t } = useText();
  const me = useMe();
  const scoped = useScopedPath();
  const { order, lines, shipment } = view;
  const unpicked = lines.filter((line) => line.pickedAt === null && !line.blocked).length;
  const today = todayIn(zoneOf(me, order.org));
  const gate = gateOfOrder(order.status);
  const decision = useDecision('wms', gate ?? 'ship', gate ? order.id : null);
  const offers = orderOffers({ ...order, unpicked }, decision.data).map((offer) => ({
    ...offer,
    ...(offer.action === 'order.mark-invoiced' ? { initial: { invoicedOn: today } } : {}),
  }));
  return (
    <article data-testid="order" data-code={order.poCode} data-status={order.status}>
      <RecordHead
        code={<Code value={order.poCode} />}
        status={<OrderStatusTag status={order.status} />}
        title={order.customerName}
        meta={
          <>
            {t('panel.since')} <RelativeTime at={order.statusSince} org={order.org} /> · {order.org}
          </>
        }
      />
      <ActionRow offers={offers} org={order.org}>
        {['released', 'picking'].includes(order.status) && (
          <Link className="sv-link-button" to={scoped(`/picking?po=${order.poCode}`)}>
            {t('orders.pickHere')}
          </Link>
        )}
      </ActionRow>
      <OrderGate order={order} offers={offers} />
      <Facts
        facts={[
          { label: t('column.deal'), value: <Code value={order.dealCode} /> },
          { label: t('column.shipDate'), value: <CalendarDate date={order.shipDate} /> },
          { label: t('field.shippingAddress'), value: order.shippingAddress ?? '–' },
          shipment ? { label: t('field.carrier'), value: shipment.carrier } : null,
          shipment ? { label: t('field.trackingId'), value: shipment.trackingId ? <Code value={shipment.trackingId} /> : '–' } : null,
          shipment ? { label: t('field.irsaliyeNumber'), value: <Code value={shipment.irsaliyeNumber} /> } : null,
          shipment ? { label: t('fact.shippedAt'), value: <RelativeTime at={shipment.shippedAt} org={order.org} /> } : null,
          shipment?.deliveredAt
            ? {
                label: t('fact.deliveredAt'),
                value: (
                  <>
                    <RelativeTime at={shipment.deliveredAt} org={order.org} /> · {shipment.podReceivedBy}
                  </>
                ),
              }
            : null,
          shipment?.podReference ? { label: t('field.podReference'), value: shipment.podReference } : null,
          order.invoiceNumber ? { label: t('field.invoiceNumber'), value: <Code value={order.invoiceNumber} /> } : null,
          order.invoicedOn ? { label: t('field.invoicedOn'), value: <CalendarDate date={order.invoicedOn} /> } : null,
          order.invoiceControlStatus
            ? { label: t('fact.invoiceControl'), value: <ControlTag status={order.invoiceControlStatus} /> }
            : null,
          order.invoiceControlNote
            ? { label: t('fact.controlNote'), value: order.invoiceControlNote, isBad: order.invoiceControlStatus === 'failed' }
            : null,
          order.closedAt ? { label: t('fact.closedAt'), value: <RelativeTime at={order.closedAt} org={order.org} /> } : null,
        ]}
      />
      <Section title={t('section.lines')}>
        <OrderLines lines={lines} org={order.org} />
      </Section>
      <Section title={t('section.history')}>
        <Timeline rows={view.history} org={order.org} side="wms" />
      </Section>
    </article>
  );
}
