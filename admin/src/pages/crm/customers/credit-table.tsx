import type { CreditStanding, CustomerView } from '../../../api/types/crm.ts';
import { Section } from '../../../components/layout/section.tsx';
import { Money } from '../../../components/value/money.tsx';
import { compare } from '../../../decimal/decimal.ts';
import { useText } from '../../../i18n/text.ts';

/** One row per currency; never summed across currencies. */
export function CreditTable({ exposure, limits }: { exposure: readonly CreditStanding[]; limits: CustomerView['limits'] }) {
  const { t } = useText();
  const known = new Set(exposure.map((standing) => standing.currency));
  const rows: CreditStanding[] = [
    ...exposure,
    ...limits
      .filter((limit) => !known.has(limit.currency))
      .map((limit) => ({ currency: limit.currency, limit: limit.limitAmount, exposure: '0', overdue: '0', available: limit.limitAmount })),
  ];
  return (
    <Section title={t('section.credit')}>
      {rows.length === 0 ? (
        <p className="sv-faint">{t('customers.noLimits')}</p>
      ) : (
        <table className="sv-mini sv-figures">
          <thead>
            <tr>
              <th className="is-right">{t('fact.limit')}</th>
              <th className="is-right">{t('fact.exposure')}</th>
              <th className="is-right">{t('fact.available')}</th>
              <th className="is-right">{t('fact.overdue')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.currency}>
                <td className="is-right" data-label={t('fact.limit')}>
                  <Money amount={row.limit} currency={row.currency} />
                </td>
                <td className="is-right" data-label={t('fact.exposure')}>
                  <Money amount={row.exposure} currency={row.currency} />
                </td>
                <td
                  className={`is-right ${row.available !== null && compare(row.available, '0') < 0 ? 'sv-text-blocked' : ''}`}
                  data-label={t('fact.available')}
                >
                  <Money amount={row.available} currency={row.currency} />
                </td>
                <td className={`is-right ${compare(row.overdue, '0') > 0 ? 'sv-text-blocked' : ''}`} data-label={t('fact.overdue')}>
                  <Money amount={row.overdue} currency={row.currency} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Section>
  );
}
