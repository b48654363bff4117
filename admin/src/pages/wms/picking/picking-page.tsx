import { ArrowLeftOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useListState } from '../../../components/command-center/use-list-state.ts';
import { useTitle } from '../../../components/layout/use-title.ts';
import { EmptyState } from '../../../components/state/empty-state.tsx';
import { ErrorState } from '../../../components/state/error-state.tsx';
import { Skeleton } from '../../../components/state/skeleton.tsx';
import { useText } from '../../../i18n/text.ts';
import { useScope } from '../../../routing/scope.ts';
import { useViewList } from '../../../views/use-view-list.ts';
import { useViewOne } from '../../../views/use-view-one.ts';
import { ScanField } from '../../../warehouse/scan-field.tsx';
import { WaitingScans } from '../../../warehouse/waiting-scans.tsx';
import { OrderToPick } from './order-to-pick.tsx';
import { PickOrder } from './pick-order.tsx';
import '../../../styles/warehouse.css';

/** Scan a PO, then its rolls; works on a phone with one hand. */
export function PickingPage() {
  const { t } = useText();
  useTitle(t('picking.title'));
  const state = useListState();
  const po = state.get('po');
  const choose = (code: string | null) => state.set({ po: code?.toUpperCase() ?? null });
  return (
    <div className="sv-narrow-page">
      {po === '' ? <ChooseOrder onChoose={choose} /> : <OneOrder key={po} po={po} onLeave={() => choose(null)} />}
    </div>
  );
}

function ChooseOrder({ onChoose }: { onChoose: (po: string) => void }) {
  const { t } = useText();
  const { params } = useScope();
  const picking = useViewList('wms/orders', { ...params, status: 'picking' });
  const released = useViewList('wms/orders', { ...params, status: 'released' });
  const rows = [...picking.rows, ...released.rows];
  return (
    <>
      <h1>{t('picking.title')}</h1>
      <ScanField label={t('picking.scanPo')} hint={t('picking.scanPo')} onScan={onChoose} />
      <WaitingScans />
      {picking.error && <ErrorState error={picking.error} onRetry={picking.refetch} />}
      {(picking.isLoading || released.isLoading) && <Skeleton rows={5} />}
      {!picking.isLoading && !released.isLoading && !picking.error && rows.length === 0 && (
        <EmptyState title={t('picking.empty')} why={t('picking.emptyWhy')} />
      )}
      <div className="sv-work-list is-flat">
        {rows.map((row) => (
          <OrderToPick key={row.id} row={row} onChoose={() => onChoose(row.poCode)} />
        ))}
        {released.hasMore && (
          <Button type="text" size="large" onClick={released.loadMore}>
            {t('table.more')}
          </Button>
        )}
      </div>
    </>
  );
}

function OneOrder({ po, onLeave }: { po: string; onLeave: () => void }) {
  const { t } = useText();
  const view = useViewOne('wms/order', `po:${po}`);
  return (
    <>
      <Button type="text" size="large" icon={<ArrowLeftOutlined />} onClick={onLeave}>
        {t('picking.allOrders')}
      </Button>
      <WaitingScans />
      {view.data && <PickOrder view={view.data} onDone={onLeave} />}
      {!view.data && view.error && (
        <>
          <p className="sv-scan-result is-no" role="alert">
            <strong>{t('picking.unknownPo', { po })}</strong>
          </p>
          <ErrorState error={view.error} onRetry={view.refetch} />
        </>
      )}
      {!view.data && view.isLoading && <Skeleton kind="panel" rows={6} />}
    </>
  );
}
