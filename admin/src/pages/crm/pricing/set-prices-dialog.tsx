import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { CURRENCY_OPTIONS } from '../../../actions/currency-options.ts';
import { chosenFrom } from '../../../actions/definition.ts';
import type { PriceRow } from '../../../api/types/pricing.ts';
import type { Currency } from '../../../api/types/shared.ts';
import { FormDialog } from '../../../components/action/form-dialog.tsx';
import type { BulkAction, BulkFormProps } from '../../../components/command-center/bulk-action.ts';
import { runBulk } from '../../../components/command-center/run-bulk.ts';
import { notify } from '../../../components/notices/notice-store.ts';
import { amountFrom } from '../../../decimal/amount-from.ts';
import { describeError } from '../../../errors/describe-error.ts';
import { decimalMarkOf } from '../../../format/numbers.ts';
import { useText } from '../../../i18n/text.ts';
import { useMe } from '../../../session/me.ts';
import { refetchSystem } from '../../../views/refetch-system.ts';
import { SetPriceRow, type Draft } from './set-price-row.tsx';

interface Priced {
  draft: Draft;
  currency: Currency;
  price: string;
}

const FINER_THAN_PRICES = /\.\d{5,}$/;
const SET: BulkAction<Priced> = {
  action: 'price.set',
  send: {
    by: 'items',
    command: 'price.set-many',
    key: 'prices:edit',
    item: ({ draft, currency, price }) => ({ org: draft.row.orgId, item: draft.row.itemId, currency, price }),
  },
  refusal: () => null,
};

/** A new price for each of several qualities; what is left empty stays as it is, what is refused stays to be corrected. */
export function SetPricesDialog({ rows, onClose, onClear }: BulkFormProps<PriceRow>) {
  const texts = useText();
  const { t, language } = texts;
  const me = useMe();
  const client = useQueryClient();
  const [drafts, setDrafts] = useState<readonly Draft[]>(() =>
    rows.map((row) => ({
      row,
      currency: row.currency ?? me?.orgs.find((org) => org.code === row.org)?.currency ?? 'TRY',
      typed: '',
      problem: null,
    })),
  );
  const [isRunning, setRunning] = useState(false);
  const [said, setSaid] = useState<string | null>(null);

  /** What is wrong with what was typed, before anything is sent. */
  const problemOf = ({ typed }: Draft, price: string | null): string | null => {
    if (price === null) return t('field.noAmount', { value: typed });
    return FINER_THAN_PRICES.test(price) ? t('pricing.tooFine', { value: typed }) : null;
  };
  const submit = async () => {
    const filled = drafts.filter((draft) => draft.typed.trim() !== '');
    const read = new Map(filled.map((draft) => [draft, amountFrom(draft.typed, decimalMarkOf(language))]));
    const checked = drafts.map((draft) => ({ ...draft, problem: read.has(draft) ? problemOf(draft, read.get(draft) ?? null) : null }));
    if (filled.length === 0 || checked.some((draft) => draft.problem !== null)) {
      setDrafts(checked);
      setSaid(filled.length === 0 ? t('field.required', { field: t('column.listPrice') }) : null);
      return;
    }
    const priced = filled.flatMap((draft): Priced[] => {
      const price = read.get(draft) ?? null;
      const currency = chosenFrom(CURRENCY_OPTIONS, draft.currency);
      return price === null || currency === null ? [] : [{ draft, currency, price }];
    });
    setRunning(true);
    const outcomes = await runBulk(SET, priced, { dryRun: false, coreNode: null });
    await refetchSystem(client, 'crm');
    setRunning(false);
    const refused = new Map(
      outcomes.flatMap(({ row, error }) => (error ? [[row.draft, describeError(error, texts).happened] as const] : [])),
    );
    if (refused.size === 0) {
      notify({ tone: 'done', title: t('bulk.result', { good: outcomes.length, bad: 0 }) });
      onClose();
      onClear();
      return;
    }
    setSaid(t('pricing.setResult', { good: outcomes.length - refused.size, bad: refused.size }));
    setDrafts([...refused].map(([draft, problem]) => ({ ...draft, problem })));
  };

  return (
    <FormDialog
      title={t('action.price.set.label')}
      command="price.set-many"
      label="action.price.set.label"
      width={620}
      isRunning={isRunning}
      errorText={said}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <div className="sv-price-drafts">
        {drafts.map((draft, index) => (
          <SetPriceRow
            key={`${draft.row.itemId} ${draft.row.org} ${draft.row.currency ?? ''}`}
            draft={draft}
            onChange={(change) =>
              setDrafts((before) => before.map((other, at) => (at === index ? { ...other, problem: null, ...change } : other)))
            }
          />
        ))}
      </div>
    </FormDialog>
  );
}
