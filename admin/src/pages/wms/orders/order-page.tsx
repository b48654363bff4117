import { useParams } from 'react-router';
import { RecordPage } from '../../../components/layout/record-page.tsx';
import { OrderPanel } from './order-panel.tsx';

export function OrderPage() {
  const { id = '' } = useParams();
  return (
    <RecordPage backTo="/orders" backLabel="nav.orders">
      <OrderPanel key={id} id={id} />
    </RecordPage>
  );
}
