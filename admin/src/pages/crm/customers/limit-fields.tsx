import { Input } from 'antd';
import { useId, useState } from 'react';
import type { CustomerView } from '../../../api/types/crm.ts';
import type { Currency } from '../../../api/types/shared.ts';
import { readTypedNumber, typedFrom } from '../../../decimal/read-typed-number.ts';
import { decimalMarkOf } from '../../../format/numbers.ts';
import { useText } from '../../../i18n/text.ts';

const CURRENCIES: readonly Currency[] = ['TRY', 'USD', 'EUR'];

export interface TypedLimits {
  typed: Record<Currency, string>;
  type: (currency: Currency, value: string) => void;
  isBad: (currency: Currency) => boolean;
  hasBad: boolean;
  /** Those that were typed and are numbers. */
  read: { currency: Currency; limitAmount: string }[];
}

/** Limits as they are typed, starting with those granted; an empty one sets none. */
export function useTypedLimits(granted: CustomerView['limits']): TypedLimits {
  const { language } = useText();
  const mark = decimalMarkOf(language);
  const [typed, setTyped] = useState<Record<Currency, string>>(() => {
    const start: Record<Currency, string> = { TRY: '', USD: '', EUR: '' };
    for (const limit of granted) start[limit.currency] = typedFrom(limit.limitAmount, mark);
    return start;
  });
  const filled = CURRENCIES.filter((currency) => typed[currency].trim() !== '');
  const bad = filled.filter((currency) => readTypedNumber(typed[currency], mark) === null);
  const read = filled.flatMap((currency) => {
    const limitAmount = readTypedNumber(typed[currency], mark);
    return limitAmount === null ? [] : [{ currency, limitAmount }];
  });
  return {
    typed,
    type: (currency, value) => setTyped((before) => ({ ...before, [currency]: value })),
    isBad: (currency) => bad.includes(currency),
    hasBad: bad.length > 0,
    read,
  };
}

/** One input per currency; limits are never summed across them. */
export function LimitFields({ limits: { typed, type, isBad } }: { limits: TypedLimits }) {
  const { t } = useText();
  const formId = useId();
  return CURRENCIES.map((currency) => (
    <div key={currency} className="sv-field">
      <label htmlFor={`${formId}-${currency}`}>{t('customers.limitIn', { currency })}</label>
      <Input
        id={`${formId}-${currency}`}
        inputMode="decimal"
        suffix={currency}
        status={isBad(currency) ? 'error' : ''}
        value={typed[currency]}
        data-testid={`field-limit-${currency}`}
        onChange={(event) => type(currency, event.target.value)}
      />
      {isBad(currency) && <span className="sv-field-problem">{t('field.noNumber', { value: typed[currency] })}</span>}
    </div>
  ));
}
