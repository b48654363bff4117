import type { ApprovalQueueName } from '../../../api/types/approvals.ts';
import { queueTabs, tabFrom } from '../../../components/command-center/queue-tabs.ts';
import { useListState } from '../../../components/command-center/use-list-state.ts';
import { useScope } from '../../../routing/scope.ts';
import { useHolds } from '../../../session/use-holds.ts';
import { useViewList } from '../../../views/use-view-list.ts';
import { CustomersToApprove, PriceRequests, ShipmentsToApprove } from './approval-lists.tsx';

const TABS: readonly ApprovalQueueName[] = ['pending', 'shipments', 'customers', 'decided'];

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
  const queues = useViewList('crm/approval-queues', params);
  const shown = TABS.filter((id) => id === 'pending' || id === 'decided' || approves[id]);
  const tabs = queueTabs(shown, {
    label: (id) => `approvals.tab.${id}`,
    standing: (id) => queues.rows.find(({ queue }) => queue === id),
    isMine: (id) => approves[id],
  });
  const chosen = tabFrom(shown, state.get('tab'), 'pending');
  const strip = { tabs, param: 'tab', chosen };
  if (chosen === 'shipments') return <ShipmentsToApprove state={state} queues={strip} />;
  if (chosen === 'customers') return <CustomersToApprove state={state} queues={strip} />;
  return (
    <PriceRequests
      key={chosen}
      queue={chosen === 'decided' ? 'decided' : 'pending'}
      decides={approves.pending}
      state={state}
      queues={strip}
    />
  );
}
