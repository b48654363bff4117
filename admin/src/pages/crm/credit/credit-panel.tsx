import { Link } from 'react-router';
import type { CustomerCreditView } from '../../../api/types/credit.ts';
import { Loaded } from '../../../components/layout/loaded.tsx';
import { RecordHead } from '../../../components/layout/record-head.tsx';
import { Section } from '../../../components/layout/section.tsx';
import { CustomerStatusTag } from '../../../components/status/status-tag.tsx';
import { CalendarDate } from '../../../components/value/calendar-date.tsx';
import { Money } from '../../../components/value/money.tsx';
import { useText } from '../../../i18n/text.ts';
import { useScopedPath } from '../../../routing/scope.ts';
import { useViewOne } from '../../../views/use-view-one.ts';
import { CreditTable } from '../customers/credit-table.tsx';

/** Why a customer's credit stands where it does: what is open, since when, and which deals it holds. */
export function CreditPanel({ profileId }: { profileId: string }) {
  const view = useViewOne('crm/customer-credit', profileId);
  return <Loaded view={view}>{(data) => <CreditContent view={data} />}</Loaded>;
}

function CreditContent({ view }: { view: CustomerCreditView }) {
  const { t, pick } = useText();
  const scoped = useScopedPath();
  const { customer, receivables, blockedDeals } = view;
  return (
    <article data-testid="customer-credit" data-code={customer.name}>
      <RecordHead
        code={<Link to={scoped(`/customers/${customer.profileId}`)}>{t('column.customer')}</Link>}
        status={<CustomerStatusTag status={customer.status} />}
        title={customer.name}
        meta={
          <>
            {customer.paymentMode === 'credit'
              ? t('fact.creditTerms', { days: customer.termsDays, grace: customer.graceDays })
              : t('paymentMode.cash')}
            {' · '}
            {customer.org}
          </>
        }
      />
      <CreditTable exposure={view.exposure} limits={[]} />
      <Section title={t('section.receivables')}>
        {receivables.length === 0 ? (
          <p className="sv-faint">{t('credit.nothingOpen')}</p>
        ) : (
          <table className="sv-mini">
            <thead>
              <tr>
                <th>{t('column.po')}</th>
                <th>{t('column.dueDate')}</th>
                <th className="is-right">{t('column.openAmount')}</th>
              </tr>
            </thead>
            <tbody>
              {receivables.map((item) => (
                <tr key={item.purchaseOrderId}>
                  <td>
                    <Link className="sv-mono" to={scoped(`/purchase-orders/${item.purchaseOrderId}`)}>
                      {item.code}
                    </Link>
                  </td>
                  <td className={item.isOverdue ? 'sv-text-blocked' : ''}>
                    {item.dueDate === null ? <span className="sv-faint">{t('credit.noDue')}</span> : <CalendarDate date={item.dueDate} />}
                    {item.isOverdue && ` · ${t('fact.overdue')}`}
                  </td>
                  <td className="is-right">
                    <Money amount={item.open} currency={item.currency} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </Section>
      <Section title={t('section.blockedDeals')}>
        {blockedDeals.length === 0 ? (
          <p className="sv-faint">{t('credit.nothingBlocked')}</p>
        ) : (
          <table className="sv-mini">
            <tbody>
              {blockedDeals.map((deal) => (
                <tr key={deal.id}>
                  <td>
                    <Link className="sv-mono" to={scoped(`/deals/${deal.id}`)}>
                      {deal.code}
                    </Link>
                  </td>
                  <td className="sv-soft">{deal.creditBlockReason && pick(deal.creditBlockReason)}</td>
                  <td className="is-right">
                    <Money amount={deal.grossAmount} currency={deal.currency} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </Section>
    </article>
  );
}
