import { useMemo } from 'react';
import type { ApprovalQueueName } from '../../../api/types/approvals.ts';
import type { QueueTab } from '../../../components/command-center/column.ts';
import { useListState } from '../../../components/command-center/use-list-state.ts';
import { useScope } from '../../../routing/scope.ts';
import { useHolds } from '../../../session/use-holds.ts';
import { useViewList } from '../../../views/use-view-list.ts';
import { CustomersToApprove, PriceRequests, ShipmentsToApprove } from './approval-lists.tsx';

/** Everything that waits for somebody's yes, in one place; of what is not the reader's to decide, only prices show (MGR-2). */
export function ApprovalsPage() {
  const { params } = useScope();
  const state = useListState();
  const approves: Record<ApprovalQueueName, boolean> = {
    pending: useHolds('crm', 'approvals:pricing'),
    shipments: useHolds('crm', 'approvals:shipment'),
    customers: useHolds('crm', 'customers:approve'),
    decided: false,
  };
  const { pending, shipments, customers } = approves;
  const queues = useViewList('crm/approval-queues', params);
  const tabs = useMemo(
    () =>
      (['pending', 'shipments', 'customers', 'decided'] as const).flatMap((id): QueueTab[] => {
        const isMine = { pending, shipments, customers, decided: false }[id];
        if ((id === 'shipments' || id === 'customers') && !isMine) return [];
        const queue = queues.rows.find((candidate) => candidate.queue === id);
        return [{ id, label: `approvals.tab.${id}`, count: queue?.count ?? null, oldestSince: queue?.oldestSince ?? null, isMine }];
      }),
    [queues.rows, pending, shipments, customers],
  );
  const chosen = tabs.find((tab) => tab.id === state.get('tab'))?.id ?? 'pending';
  const strip = { tabs, param: 'tab', chosen };
  if (chosen === 'shipments') return <ShipmentsToApprove state={state} queues={strip} />;
  if (chosen === 'customers') return <CustomersToApprove state={state} queues={strip} />;
  return <PriceRequests key={chosen} queue={chosen === 'decided' ? 'decided' : 'pending'} decides={pending} state={state} queues={strip} />;
}
