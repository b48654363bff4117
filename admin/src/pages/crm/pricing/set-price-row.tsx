import { Input, Select } from 'antd';
import { useId } from 'react';
import { CURRENCY_OPTIONS } from '../../../actions/currency-options.ts';
import type { PriceRow } from '../../../api/types/pricing.ts';
import { OrgTag } from '../../../components/value/org-tag.tsx';
import { useText } from '../../../i18n/text.ts';
import { typedPrice } from './typed-price.ts';

export interface Draft {
  row: PriceRow;
  currency: string;
  typed: string;
  /** Why it was refused, here or by the server. */
  problem: string | null;
}

interface SetPriceRowProps {
  draft: Draft;
  onChange: (change: Partial<Pick<Draft, 'currency' | 'typed'>>) => void;
}

/** One quality among several that get new prices; the old one stands in the empty field. */
export function SetPriceRow({ draft, onChange }: SetPriceRowProps) {
  const { t, language } = useText();
  const problemId = useId();
  const { row } = draft;
  return (
    <div className="sv-price-draft">
      <span className="sv-mono sv-ellipsis" title={row.name}>
        {row.code}
      </span>
      <OrgTag code={row.org} />
      <Select
        aria-label={t('pricing.currencyOf', { code: row.code })}
        value={draft.currency}
        disabled={row.currency !== null}
        options={CURRENCY_OPTIONS.map(({ value }) => ({ value, label: value }))}
        onChange={(currency: string) => onChange({ currency })}
      />
      <Input
        aria-label={t('pricing.priceOf', { code: row.code })}
        aria-invalid={draft.problem !== null}
        aria-describedby={draft.problem === null ? undefined : problemId}
        inputMode="decimal"
        className="sv-right"
        status={draft.problem === null ? '' : 'error'}
        placeholder={row.price === null ? '' : typedPrice(row.price, language)}
        value={draft.typed}
        data-testid={`price-${row.code}`}
        onChange={(event) => onChange({ typed: event.target.value })}
      />
      {draft.problem !== null && (
        <span id={problemId} className="sv-field-problem">
          {draft.problem}
        </span>
      )}
    </div>
  );
}
