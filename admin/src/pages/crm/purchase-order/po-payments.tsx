import type { PurchaseOrderView } from '../../../api/types/crm.ts';
import { Section } from '../../../components/layout/section.tsx';
import { CalendarDate } from '../../../components/value/calendar-date.tsx';
import { Money } from '../../../components/value/money.tsx';
import { compare, subtract } from '../../../decimal/decimal.ts';
import { useText } from '../../../i18n/text.ts';

/** Payments allocated to this PO, and what is still open. */
export function PoPayments({ view }: { view: PurchaseOrderView }) {
  const { t } = useText();
  const { purchaseOrder: po, payments, allocatedAmount } = view;
  const open = subtract(po.grossAmount, allocatedAmount);
  return (
    <Section
      title={t('section.payments')}
      aside={
        <span className={compare(open, '0') > 0 ? 'sv-soft' : 'sv-text-done'}>
          {t('panel.openAmount')} <Money amount={open} currency={po.currency} />
        </span>
      }
    >
      {payments.length === 0 ? (
        <p className="sv-faint">{t('panel.noPayments')}</p>
      ) : (
        <table className="sv-mini">
          <tbody>
            {payments.map((payment) => (
              <tr key={payment.id}>
                <td>
                  <CalendarDate date={payment.receivedOn} />
                </td>
                <td>{t(`paymentMethod.${payment.method}`)}</td>
                <td className="sv-soft">{payment.bankReference}</td>
                <td className="is-right">
                  <Money amount={payment.amount} currency={payment.currency} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Section>
  );
}
