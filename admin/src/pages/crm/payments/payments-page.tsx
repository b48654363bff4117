import { PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import type { PaymentRow } from '../../../api/types/crm.ts';
import { CommandCenter } from '../../../components/command-center/command-center.tsx';
import { useListState } from '../../../components/command-center/use-list-state.ts';
import { EmptyState } from '../../../components/state/empty-state.tsx';
import { useText } from '../../../i18n/text.ts';
import { useScope } from '../../../routing/scope.ts';
import { useHolds } from '../../../session/use-holds.ts';
import { useViewList } from '../../../views/use-view-list.ts';
import { PAYMENT_COLUMNS } from './payment-columns.tsx';
import { PaymentPanel } from './payment-panel.tsx';

const RecordPaymentDialog = lazy(() => import('./record-payment-dialog.tsx').then((module) => ({ default: module.RecordPaymentDialog })));

const rowId = (row: PaymentRow) => row.id;
const rowCode = (row: PaymentRow) => row.bankReference ?? row.id;

/** The ledger: what came in, and how much of it is not allocated yet. */
export function PaymentsPage() {
  const { t } = useText();
  const { params } = useScope();
  const state = useListState();
  const [isRecording, setRecording] = useState(false);
  const may = useHolds('crm', 'payments:record');
  const list = useViewList('crm/payments', { ...params, q: state.get('q') });
  const record = may ? (
    <Button type="primary" icon={<PlusOutlined />} data-testid="new-payment" onClick={() => setRecording(true)}>
      {t('action.payment.record.label')}
    </Button>
  ) : null;
  return (
    <>
      <CommandCenter
        table="payments"
        title="payments.title"
        searchHint="payments.search"
        list={list}
        state={state}
        columns={PAYMENT_COLUMNS}
        rowId={rowId}
        rowCode={rowCode}
        primary={record}
        empty={
          <EmptyState
            title={t('payments.empty')}
            why={state.get('q') ? t('states.filtered') : t('payments.emptyWhy')}
            act={state.get('q') ? null : record}
          />
        }
        panel={(id) => <PaymentPanel key={id} payment={list.rows.find((row) => row.id === id) ?? null} isLoading={list.isLoading} />}
      />
      {isRecording && (
        <Suspense fallback={null}>
          <RecordPaymentDialog onClose={() => setRecording(false)} />
        </Suspense>
      )}
    </>
  );
}
