import { useParams } from 'react-router';
import { RecordPage } from '../../../components/layout/record-page.tsx';
import { CustomerPanel } from './customer-panel.tsx';

export function CustomerPage() {
  const { id = '' } = useParams();
  return (
    <RecordPage backTo="/customers" backLabel="nav.customers">
      <CustomerPanel key={id} id={id} />
    </RecordPage>
  );
}
