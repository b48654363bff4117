import { useParams } from 'react-router';
import { RecordPage } from '../../../components/layout/record-page.tsx';
import { PurchaseOrderPanel } from './purchase-order-panel.tsx';

export function PurchaseOrderPage() {
  const { id = '' } = useParams();
  return (
    <RecordPage backTo="/fulfillment" backLabel="nav.fulfillment">
      <PurchaseOrderPanel key={id} id={id} />
    </RecordPage>
  );
}
