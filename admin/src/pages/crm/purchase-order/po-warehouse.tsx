import type { PurchaseOrderView } from '../../../api/types/crm.ts';
import { Facts } from '../../../components/layout/facts.tsx';
import { Section } from '../../../components/layout/section.tsx';
import { CalendarDate } from '../../../components/value/calendar-date.tsx';
import { Code } from '../../../components/value/code.tsx';
import { RelativeTime } from '../../../components/value/relative-time.tsx';
import { useText } from '../../../i18n/text.ts';

/** What the warehouse reported back. */
export function PoWarehouse({ order, org }: { order: NonNullable<PurchaseOrderView['order']>; org: string }) {
  const { t } = useText();
  const time = (at: string | null) => (at ? <RelativeTime at={at} org={org} /> : t('words.notYet'));
  return (
    <Section title={t('section.warehouse')}>
      <Facts
        facts={[
          { label: t('column.status'), value: isOrderStatus(order.status) ? t(`orderStatus.${order.status}`) : order.status },
          { label: t('field.carrier'), value: order.carrier ?? '–' },
          { label: t('field.trackingId'), value: order.trackingId ? <Code value={order.trackingId} /> : '–' },
          { label: t('fact.shippedAt'), value: time(order.shippedAt) },
          { label: t('fact.deliveredAt'), value: time(order.deliveredAt) },
          { label: t('field.podReference'), value: order.podReference ?? '–' },
          { label: t('field.invoiceNumber'), value: order.invoiceNumber ?? '–' },
          { label: t('field.invoicedOn'), value: <CalendarDate date={order.invoicedOn} /> },
          {
            label: t('fact.invoiceControl'),
            value: isControl(order.invoiceControlStatus) ? t(`controlStatus.${order.invoiceControlStatus}`) : '–',
            isBad: order.invoiceControlStatus === 'failed',
          },
          order.invoiceControlNote ? { label: t('field.note'), value: order.invoiceControlNote } : null,
        ]}
      />
    </Section>
  );
}

const ORDER_STATUSES = ['released', 'picking', 'picked', 'shipped', 'delivered', 'invoiced', 'closed', 'cancelled'] as const;
const isOrderStatus = (status: string): status is (typeof ORDER_STATUSES)[number] => (ORDER_STATUSES as readonly string[]).includes(status);
const isControl = (status: string | null): status is 'pending_control' | 'passed' | 'failed' =>
  status === 'pending_control' || status === 'passed' || status === 'failed';
