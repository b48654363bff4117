import type { Currency } from '../../../api/types/shared.ts';
import { Money } from '../../../components/value/money.tsx';
import { compare, subtract } from '../../../decimal/decimal.ts';
import { useText } from '../../../i18n/text.ts';
import { useViewOne } from '../../../views/use-view-one.ts';

/** What this deal does to the customer's credit, while it is typed. */
export function CreditEffect({ profileId, currency, total }: { profileId: string; currency: Currency; total: string }) {
  const { t } = useText();
  const { data } = useViewOne('crm/customer', profileId);
  if (!data) return null;
  if (data.profile.paymentMode === 'cash') return <p className="sv-soft">{t('deals.cashCustomer')}</p>;
  const standing = data.exposure.find((entry) => entry.currency === currency);
  if (!standing || standing.available === null) return <p className="sv-text-waiting">{t('deals.noLimit', { currency })}</p>;
  const after = subtract(standing.available, total);
  const isOver = compare(after, '0') < 0;
  return (
    <p className={isOver ? 'sv-text-blocked' : 'sv-soft'} aria-live="polite" data-testid="credit-effect">
      {t('fact.available')} <Money amount={standing.available} currency={currency} /> → {t(isOver ? 'deals.afterOver' : 'deals.after')}{' '}
      <Money amount={after} currency={currency} strong />
      {compare(standing.overdue, '0') > 0 && (
        <span className="sv-text-blocked">
          {' '}
          · {t('fact.overdue')} <Money amount={standing.overdue} currency={currency} />
        </span>
      )}
    </p>
  );
}
