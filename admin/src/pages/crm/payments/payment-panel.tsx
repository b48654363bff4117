import type { PaymentRow } from '../../../api/types/crm.ts';
import { Link } from 'react-router';
import { ActionButton } from '../../../components/action/action-button.tsx';
import { Facts } from '../../../components/layout/facts.tsx';
import { RecordHead } from '../../../components/layout/record-head.tsx';
import { Section } from '../../../components/layout/section.tsx';
import { EmptyState } from '../../../components/state/empty-state.tsx';
import { Skeleton } from '../../../components/state/skeleton.tsx';
import { CalendarDate } from '../../../components/value/calendar-date.tsx';
import { Code } from '../../../components/value/code.tsx';
import { Money } from '../../../components/value/money.tsx';
import { RelativeTime } from '../../../components/value/relative-time.tsx';
import { compare } from '../../../decimal/decimal.ts';
import { useText } from '../../../i18n/text.ts';
import { useScopedPath } from '../../../routing/scope.ts';
import { AllocatePayment } from './allocate-payment.tsx';
import { PaymentState } from './payment-columns.tsx';

/** One ledger entry: allocate its rest to POs, or reverse it by a counter entry. */
export function PaymentPanel({ payment, isLoading }: { payment: PaymentRow | null; isLoading: boolean }) {
  const { t } = useText();
  const scoped = useScopedPath();
  if (!payment) return isLoading ? <Skeleton kind="panel" rows={6} /> : <EmptyState title={t('payments.notInList')} />;
  return (
    <article data-testid="payment" data-code={payment.bankReference ?? payment.id}>
      <RecordHead
        code={payment.bankReference ? <Code value={payment.bankReference} /> : null}
        status={<PaymentState row={payment} />}
        title={payment.customerName}
        meta={payment.org}
      />
      <Facts
        facts={[
          { label: t('field.amount'), value: <Money amount={payment.amount} currency={payment.currency} strong /> },
          { label: t('column.unallocated'), value: <Money amount={payment.unallocated} currency={payment.currency} /> },
          { label: t('field.receivedOn'), value: <CalendarDate date={payment.receivedOn} /> },
          { label: t('field.method'), value: t(`paymentMethod.${payment.method}`) },
          { label: t('column.recordedBy'), value: payment.recordedByName ?? '–' },
          { label: t('column.created'), value: <RelativeTime at={payment.createdAt} org={payment.org} /> },
        ]}
      />
      {payment.allocations.length > 0 && (
        <Section title={t('section.allocatedTo')}>
          <table className="sv-mini">
            <tbody>
              {payment.allocations.map((allocation) => (
                <tr key={allocation.purchaseOrderId}>
                  <td>
                    <Link className="sv-mono" to={scoped(`/purchase-orders/${allocation.purchaseOrderId}`)}>
                      {allocation.code}
                    </Link>
                  </td>
                  <td className="is-right">
                    <Money amount={allocation.amount} currency={payment.currency} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </Section>
      )}
      {!payment.reversed && !payment.isReversal && compare(payment.unallocated, '0') > 0 && <AllocatePayment payment={payment} />}
      <div className="sv-actions">
        <ActionButton
          action="payment.reverse"
          body={{ payment: payment.id }}
          refusal={payment.isReversal ? 'refusal.counterEntry' : payment.reversed ? 'refusal.paymentReversed' : null}
          org={payment.org}
        />
      </div>
    </article>
  );
}
