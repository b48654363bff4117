import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { Link } from 'react-router';
import { customerOffers } from '../../../actions/customer-offers.ts';
import type { CustomerView } from '../../../api/types/crm.ts';
import { ActionButton } from '../../../components/action/action-button.tsx';
import { Facts } from '../../../components/layout/facts.tsx';
import { Loaded } from '../../../components/layout/loaded.tsx';
import { RecordHead } from '../../../components/layout/record-head.tsx';
import { Section } from '../../../components/layout/section.tsx';
import { CustomerStatusTag, DealStatusTag } from '../../../components/status/status-tag.tsx';
import { Timeline } from '../../../components/timeline/timeline.tsx';
import { Code } from '../../../components/value/code.tsx';
import { Money } from '../../../components/value/money.tsx';
import { RelativeTime } from '../../../components/value/relative-time.tsx';
import { IN_ORG } from '../../../components/pickers/ask-org.tsx';
import { useText } from '../../../i18n/text.ts';
import { useScopedPath } from '../../../routing/scope.ts';
import { useHolds } from '../../../session/use-holds.ts';
import { useViewOne } from '../../../views/use-view-one.ts';
import { answersOf } from './onboarding-questions.ts';
import { CreditTable } from './credit-table.tsx';

const EditCustomerDialog = lazy(() => import('./edit-customer-dialog.tsx').then((module) => ({ default: module.EditCustomerDialog })));
const ApproveDialog = lazy(() => import('./approve-dialog.tsx').then((module) => ({ default: module.ApproveDialog })));

/** What one org knows of a customer. */
export function CustomerPanel({ id }: { id: string }) {
  const view = useViewOne('crm/customer', id);
  return <Loaded view={view}>{(data) => <CustomerContent view={data} />}</Loaded>;
}

function CustomerContent({ view }: { view: CustomerView }) {
  const { t } = useText();
  const scoped = useScopedPath();
  const [dialog, setDialog] = useState<'approve' | 'edit' | null>(null);
  const { profile } = view;
  const mayApprove = useHolds('crm', 'customers:approve', profile.org);
  const mayEdit = useHolds('crm', 'customers:edit', profile.org);
  const maySell = useHolds('crm', 'deals:edit', profile.org);
  const offers = customerOffers(profile);
  const answers = answersOf(profile.onboarding, t);
  return (
    <article data-testid="customer" data-code={profile.name} data-status={profile.status}>
      <RecordHead
        code={<Code value={`${profile.taxCountry} ${profile.taxNumber}`} />}
        status={<CustomerStatusTag status={profile.status} />}
        title={profile.name}
        meta={
          <>
            <RelativeTime at={profile.createdAt} org={profile.org} /> · {profile.org}
          </>
        }
      />
      <div className="sv-actions">
        {profile.status === 'pending_review' && mayApprove && (
          <Button type="primary" data-testid="command-customer.approve" onClick={() => setDialog('approve')}>
            {t('action.customer.approve.label')}…
          </Button>
        )}
        {mayEdit && (
          <Button data-testid="command-customer.edit" onClick={() => setDialog('edit')}>
            {t('action.customer.edit.label')}…
          </Button>
        )}
        {profile.status !== 'inactive' && maySell && (
          <Link
            to={scoped(`/deals/new?${IN_ORG}=${profile.org}&profile=${profile.id}&name=${encodeURIComponent(profile.name)}`)}
            className="ant-btn ant-btn-default sv-link-button"
          >
            {t('deals.new')}
          </Link>
        )}
        {offers
          .filter((offer) => offer.action !== 'customer.approve' || !mayApprove || profile.status === 'inactive')
          .map((offer) => (
            <ActionButton key={offer.action} {...offer} org={profile.org} />
          ))}
      </div>
      {dialog !== null && (
        <Suspense fallback={null}>
          {dialog === 'approve' ? (
            <ApproveDialog view={view} onClose={() => setDialog(null)} />
          ) : (
            <EditCustomerDialog view={view} onClose={() => setDialog(null)} />
          )}
        </Suspense>
      )}
      <Section title={t('section.terms')}>
        <Facts
          facts={[
            {
              label: t('fact.paymentMode'),
              value:
                profile.paymentMode === 'credit'
                  ? t('fact.creditTerms', { days: profile.termsDays, grace: profile.graceDays })
                  : t('paymentMode.cash'),
            },
            { label: t('column.email'), value: profile.pocEmail ?? '–' },
            { label: t('field.primaryContact'), value: profile.primaryContact ?? '–' },
            { label: t('field.primaryEmail'), value: profile.primaryEmail ?? '–' },
            { label: t('field.billingEmail'), value: profile.billingEmail ?? '–' },
            { label: t('field.billingAddress'), value: profile.billingAddress ?? '–' },
            { label: t('field.shippingAddress'), value: profile.shippingAddress ?? '–' },
            profile.emailOptOut ? { label: t('field.emailOptOut'), value: t('words.yes') } : null,
          ]}
        />
      </Section>
      <Section title={t('section.onboarding')}>
        {answers.length === 0 ? <p className="sv-faint">{t('customers.noAnswers')}</p> : <Facts facts={answers} />}
      </Section>
      <CreditTable exposure={view.exposure} limits={view.limits} />
      <Section title={t('section.deals')}>
        {view.deals.length === 0 ? (
          <p className="sv-faint">{t('customers.noDeals')}</p>
        ) : (
          <table className="sv-mini">
            <tbody>
              {view.deals.map((deal) => (
                <tr key={deal.id}>
                  <td>
                    <Link className="sv-mono" to={scoped(`/deals/${deal.id}`)}>
                      {deal.code}
                    </Link>
                  </td>
                  <td>
                    <DealStatusTag status={deal.status} />
                  </td>
                  <td className="is-right">
                    <Money amount={deal.grossAmount} currency={deal.currency} />
                  </td>
                  <td className="sv-soft is-right">
                    <RelativeTime at={deal.createdAt} org={profile.org} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </Section>
      <Section title={t('section.timeline')}>
        <Timeline rows={view.timeline} org={profile.org} />
      </Section>
    </article>
  );
}
