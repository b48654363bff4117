import type { DealView } from '../../../api/types/crm.ts';
import { Facts } from '../../../components/layout/facts.tsx';
import { Section } from '../../../components/layout/section.tsx';
import { CustomerStatusTag, StatusTag } from '../../../components/status/status-tag.tsx';
import { CONTRACT_TONES } from '../../../components/status/tones.ts';
import { Overdue } from '../../../components/value/overdue.tsx';
import { Money } from '../../../components/value/money.tsx';
import { RelativeTime } from '../../../components/value/relative-time.tsx';
import { compare } from '../../../decimal/decimal.ts';
import { useText } from '../../../i18n/text.ts';

/** What the deal is worth and how the customer stands. */
export function DealCredit({ view }: { view: DealView }) {
  const { t, pick } = useText();
  const { deal, customer, credit, contract } = view;
  return (
    <Section title={t('section.terms')}>
      <Facts
        facts={[
          { label: t('column.amount'), value: <Money amount={deal.grossAmount} currency={deal.currency} strong /> },
          { label: t('fact.customerStatus'), value: <CustomerStatusTag status={customer.status} /> },
          {
            label: t('fact.paymentMode'),
            value:
              customer.paymentMode === 'credit'
                ? t('fact.creditTerms', { days: customer.termsDays, grace: customer.graceDays })
                : t('paymentMode.cash'),
          },
          { label: t('fact.limit'), value: <Money amount={credit.limit} currency={credit.currency} /> },
          { label: t('fact.exposure'), value: <Money amount={credit.exposure} currency={credit.currency} /> },
          {
            label: t('fact.available'),
            value: <Money amount={credit.available} currency={credit.currency} />,
            isBad: credit.available !== null && compare(credit.available, '0') < 0,
          },
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
          deal.wonAt ? { label: t('fact.wonAt'), value: <RelativeTime at={deal.wonAt} org={deal.org} /> } : null,
        ]}
      />
    </Section>
  );
}
