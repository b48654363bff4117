import { Button, Input, Select } from 'antd';
import { useId, useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import type { Currency } from '../../../api/types/shared.ts';
import { useCommand } from '../../../components/action/use-command.ts';
import { notify } from '../../../components/notices/notice-store.ts';
import { RecordPage } from '../../../components/layout/record-page.tsx';
import { isEmptyLine } from '../../../components/line-grid/draft-line.ts';
import { LineGrid, totalOf } from '../../../components/line-grid/line-grid.tsx';
import { bodiesOf } from '../../../components/line-grid/read-line.ts';
import { useKeptState } from '../../../components/line-grid/use-kept-state.ts';
import { oneEmptyLine, useDraftLines } from '../../../components/line-grid/use-draft-lines.ts';
import { AskOrg } from '../../../components/pickers/ask-org.tsx';
import { CustomerSelect, type ChosenCustomer } from '../../../components/pickers/customer-select.tsx';
import { decimalMarkOf } from '../../../format/numbers.ts';
import { useText } from '../../../i18n/text.ts';
import type { OrgOfMe } from '../../../api/types/me.ts';
import { useScopedPath } from '../../../routing/scope.ts';
import { CreditEffect } from './credit-effect.tsx';

interface DealHead {
  customer: ChosenCustomer | null;
  currency: Currency;
  note: string;
}

const CURRENCIES: readonly Currency[] = ['TRY', 'USD', 'EUR'];

export function NewDealPage() {
  return (
    <RecordPage backTo="/deals" backLabel="nav.deals">
      <AskOrg title="deals.new" permission="deals:edit">
        {(org) => <NewDealForm key={org.code} org={org} />}
      </AskOrg>
    </RecordPage>
  );
}

function NewDealForm({ org }: { org: OrgOfMe }) {
  const { t, language } = useText();
  const mark = decimalMarkOf(language);
  const ids = { currency: useId(), note: useId() };
  const navigate = useNavigate();
  const scoped = useScopedPath();
  const [search] = useSearchParams();
  const profileId = search.get('profile');
  const [head, setHead, forgetHead] = useKeptState<DealHead>(`new-deal.${org.code}${profileId ? `.${profileId}` : ''}`, {
    customer: profileId ? { profileId, name: search.get('name') ?? profileId } : null,
    currency: 'USD',
    note: '',
  });
  const { customer, currency, note } = head;
  const [showAll, setShowAll] = useState(false);
  const [submits, setSubmits] = useState(false);
  const { lines, change, isRestored, forget } = useDraftLines(`new-deal.${org.code}`, oneEmptyLine);
  const { run, isRunning, errorText } = useCommand('crm', 'deal.create', null);

  const filled = lines.filter((line) => !isEmptyLine(line));
  const bodies = bodiesOf(filled, mark);
  const isBad = bodies === null || bodies.length === 0;
  const save = (submit: boolean) => {
    setShowAll(true);
    setSubmits(submit);
    if (isBad || !customer) return;
    void run({
      org: org.id,
      profile: customer.profileId,
      currency,
      lines: bodies,
      submit,
      ...(note.trim() === '' ? {} : { note: note.trim() }),
    }).then((outcome) => {
      if (!outcome?.ok) return;
      notify({ tone: 'done', title: t(submit ? 'deals.createdAndSubmitted' : 'deals.created') });
      forget();
      forgetHead();
      void navigate(scoped(`/deals/${outcome.data.dealId}`));
    });
  };

  return (
    <form
      className="sv-stack"
      onSubmit={(event) => {
        event.preventDefault();
        save(true);
      }}
    >
      <h1>{t('deals.newIn', { org: org.name })}</h1>
      {isRestored && (
        <p className="sv-banner sv-tone-moving">
          {t('lines.restored')}{' '}
          <button type="button" className="sv-link" onClick={() => change({ kind: 'replace', lines: [] })}>
            {t('lines.startAnew')}
          </button>
        </p>
      )}
      <div className="sv-form-row">
        <CustomerSelect
          value={customer}
          onChange={(chosen) => setHead({ ...head, customer: chosen })}
          isMissing={showAll && !customer}
          org={org.code}
        />
        <div className="sv-field is-narrow">
          <label htmlFor={ids.currency}>{t('field.currency')}</label>
          <Select
            id={ids.currency}
            value={currency}
            data-testid="field-currency"
            options={CURRENCIES.map((value) => ({ value, label: t(`currency.${value}`) }))}
            onChange={(chosen: Currency) => setHead({ ...head, currency: chosen })}
          />
        </div>
        <div className="sv-field">
          <label htmlFor={ids.note}>
            {t('field.note')} <span className="sv-faint">{t('words.optional')}</span>
          </label>
          <Input id={ids.note} value={note} data-testid="field-note" onChange={(event) => setHead({ ...head, note: event.target.value })} />
        </div>
      </div>
      <LineGrid lines={lines} change={change} org={org.code} currency={currency} showAll={showAll} />
      {customer && <CreditEffect profileId={customer.profileId} currency={currency} total={totalOf(lines, mark)} />}
      {showAll && isBad && (
        <p role="alert" className="sv-inline-error">
          {t('lines.fixFirst')}
        </p>
      )}
      {errorText && (
        <p role="alert" className="sv-inline-error">
          {errorText}
        </p>
      )}
      <div className="sv-row">
        <Button
          type="primary"
          htmlType="submit"
          loading={isRunning && submits}
          disabled={isRunning}
          data-testid="command-deal.create-and-submit"
        >
          {t('deals.createAndSubmit')}
        </Button>
        <Button loading={isRunning && !submits} disabled={isRunning} onClick={() => save(false)} data-testid="command-deal.create">
          {t('deals.saveDraft')}
        </Button>
        <span className="sv-faint">{t('lines.keptHere')}</span>
      </div>
    </form>
  );
}
