import type { PurchaseOrderView } from '../../../api/types/crm.ts';
import { Facts } from '../../../components/layout/facts.tsx';
import { Section } from '../../../components/layout/section.tsx';
import { StatusTag } from '../../../components/status/status-tag.tsx';
import { CONTRACT_TONES } from '../../../components/status/tones.ts';
import { CalendarDate } from '../../../components/value/calendar-date.tsx';
import { Overdue } from '../../../components/value/overdue.tsx';
import { Money } from '../../../components/value/money.tsx';
import { RelativeTime } from '../../../components/value/relative-time.tsx';
import { compare } from '../../../decimal/decimal.ts';
import { useText } from '../../../i18n/text.ts';

/** One context for the decision: payment mode, credit standing, payment, contract, dates. */
export function ApprovalContext({ view }: { view: PurchaseOrderView }) {
  const { t, pick } = useText();
  const { purchaseOrder: po, deal, customer, credit, contract } = view;
  const isOverLimit = credit.available !== null && compare(credit.available, '0') < 0;
  return (
    <Section title={t('section.approvalContext')}>
      <Facts
        facts={[
          { label: t('column.amount'), value: <Money amount={po.grossAmount} currency={po.currency} strong /> },
          {
            label: t('fact.paymentMode'),
            value:
              customer.paymentMode === 'credit'
                ? t('fact.creditTerms', { days: customer.termsDays, grace: customer.graceDays })
                : t('paymentMode.cash'),
          },
          {
            label: t('fact.paymentConfirmed'),
            value: po.paymentConfirmedAt ? (
              <>
                <RelativeTime at={po.paymentConfirmedAt} org={po.org} /> · {po.paymentConfirmedByName}
              </>
            ) : (
              t('words.notYet')
            ),
          },
          { label: t('column.shipDate'), value: po.shipDate ? <CalendarDate date={po.shipDate} /> : t('words.notYet') },
          { label: t('fact.limit'), value: <Money amount={credit.limit} currency={credit.currency} /> },
          { label: t('fact.exposure'), value: <Money amount={credit.exposure} currency={credit.currency} /> },
          { label: t('fact.available'), value: <Money amount={credit.available} currency={credit.currency} />, isBad: isOverLimit },
          {
            label: t('fact.overdue'),
            value: <Overdue credit={credit} />,
            isBad: compare(credit.overdue, '0') > 0,
          },
          contract
            ? {
                label: t('fact.contract'),
                value: <StatusTag tone={CONTRACT_TONES[contract.status]}>{t(`contractStatus.${contract.status}`)}</StatusTag>,
              }
            : null,
          deal.creditBlocked
            ? { label: t('fact.creditBlock'), value: deal.creditBlockReason ? pick(deal.creditBlockReason) : t('words.yes'), isBad: true }
            : null,
          po.approvedAt
            ? {
                label: t('fact.approved'),
                value: (
                  <>
                    <RelativeTime at={po.approvedAt} org={po.org} /> · {po.approvedByName}
                  </>
                ),
              }
            : null,
          po.overrideReason ? { label: t('fact.overrideReason'), value: po.overrideReason } : null,
        ]}
      />
    </Section>
  );
}
