import { Input } from 'antd';
import { useState } from 'react';
import type { FulfillmentRow, PaymentRow } from '../../../api/types/crm.ts';
import { RefusableButton } from '../../../components/action/refusable-button.tsx';
import { useCommand } from '../../../components/action/use-command.ts';
import { Section } from '../../../components/layout/section.tsx';
import { StageTag } from '../../../components/status/status-tag.tsx';
import { Money } from '../../../components/value/money.tsx';
import { least } from '../../../decimal/decimal.ts';
import { readTypedNumber, typedFrom } from '../../../decimal/read-typed-number.ts';
import { decimalMarkOf } from '../../../format/numbers.ts';
import { useText } from '../../../i18n/text.ts';
import { useViewList } from '../../../views/use-view-list.ts';

/** Open POs of the same customer and currency, each with what can be allocated to it. */
export function AllocatePayment({ payment }: { payment: PaymentRow }) {
  const { t } = useText();
  const found = useViewList(
    'crm/fulfillment',
    { scope: 'active', org: payment.org, tab: 'all', q: payment.customerName },
    { pageSize: 100 },
  );
  const rows = found.rows.filter(
    (row) =>
      row.profileId === payment.profileId &&
      row.currency === payment.currency &&
      row.paymentConfirmedAt === null &&
      row.stage !== 'cancelled',
  );
  return (
    <Section title={t('payments.allocateTo')}>
      {rows.length === 0 ? (
        <p className="sv-faint">{t('payments.nothingToAllocate')}</p>
      ) : (
        <ul className="sv-list">
          {rows.map((row) => (
            <AllocateRow key={row.id} payment={payment} row={row} />
          ))}
        </ul>
      )}
    </Section>
  );
}

function AllocateRow({ payment, row }: { payment: PaymentRow; row: FulfillmentRow }) {
  const { t, language } = useText();
  const mark = decimalMarkOf(language);
  const [typed, setTyped] = useState(() => typedFrom(least(payment.unallocated, row.grossAmount), mark));
  const { run, isRunning, errorText } = useCommand('crm', 'payment.allocate', 'payments.allocateDone');
  const amount = readTypedNumber(typed, mark);
  return (
    <li className="sv-row is-wrap">
      <code>{row.code}</code>
      <StageTag stage={row.stage} />
      <Money amount={row.grossAmount} currency={row.currency} />
      <span className="sv-grow" />
      <Input
        className="sv-amount-input"
        value={typed}
        status={amount === null ? 'error' : ''}
        inputMode="decimal"
        aria-label={t('payments.amountFor', { code: row.code })}
        onChange={(event) => setTyped(event.target.value)}
      />
      <RefusableButton
        loading={isRunning}
        refusal={amount === null ? t('field.noAmount', { value: typed }) : null}
        data-testid={`allocate-${row.code}`}
        onClick={() => {
          if (amount !== null) void run({ payment: payment.id, purchaseOrder: row.id, amount });
        }}
      >
        {t('payments.allocate')}
      </RefusableButton>
      {errorText && (
        <p role="alert" className="sv-inline-error">
          {errorText}
        </p>
      )}
    </li>
  );
}
