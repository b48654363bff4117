import { PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useNavigate } from 'react-router';
import type { CustomerRow, CustomerStatus } from '../../../api/types/crm.ts';
import { CommandCenter } from '../../../components/command-center/command-center.tsx';
import type { FilterDefinition } from '../../../components/command-center/column.ts';
import { useListState } from '../../../components/command-center/use-list-state.ts';
import { EmptyState } from '../../../components/state/empty-state.tsx';
import { useText } from '../../../i18n/text.ts';
import { useScope, useScopedPath } from '../../../routing/scope.ts';
import { useHolds } from '../../../session/use-holds.ts';
import { useRoles } from '../../../session/use-roles.ts';
import { useViewList } from '../../../views/use-view-list.ts';
import { CustomerPanel } from './customer-panel.tsx';
import { CUSTOMER_COLUMNS } from './customer-columns.tsx';

const STATUSES: readonly CustomerStatus[] = ['pending_review', 'approved', 'inactive'];
const FILTERS: readonly FilterDefinition[] = [
  {
    param: 'status',
    label: 'column.status',
    options: STATUSES.map((status) => ({ value: status, label: `customerStatus.${status}` as const })),
  },
];
const rowId = (row: CustomerRow) => row.id;
const rowCode = (row: CustomerRow) => row.name;

export function CustomersPage() {
  const { t } = useText();
  const { params } = useScope();
  const state = useListState();
  const roles = useRoles();
  const list = useViewList('crm/customers', { ...params, status: state.get('status'), q: state.get('q') });
  const isFiltered = state.get('q') !== '' || state.get('status') !== '';
  return (
    <CommandCenter
      table="customers"
      title="customers.title"
      searchHint="customers.search"
      list={list}
      state={state}
      columns={CUSTOMER_COLUMNS}
      rowId={rowId}
      rowCode={rowCode}
      needsYou={(row) => row.status === 'pending_review' && roles.has('sales_manager')}
      filters={FILTERS}
      primary={<NewCustomerButton />}
      empty={
        <EmptyState
          title={t('customers.empty')}
          why={isFiltered ? t('states.filtered') : t('customers.emptyWhy')}
          act={isFiltered ? null : <NewCustomerButton />}
        />
      }
      panel={(id) => <CustomerPanel key={id} id={id} />}
      panelPath={(id) => `/customers/${id}`}
    />
  );
}

function NewCustomerButton() {
  const { t } = useText();
  const navigate = useNavigate();
  const scoped = useScopedPath();
  const may = useHolds('crm', 'customers:edit');
  if (!may) return null;
  return (
    <Button type="primary" icon={<PlusOutlined />} data-testid="new-customer" onClick={() => void navigate(scoped('/customers/new'))}>
      {t('customers.new')}
    </Button>
  );
}
