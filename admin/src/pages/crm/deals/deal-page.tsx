import { useParams } from 'react-router';
import { RecordPage } from '../../../components/layout/record-page.tsx';
import { DealPanel } from './deal-panel.tsx';

export function DealPage() {
  const { id = '' } = useParams();
  return (
    <RecordPage backTo="/deals" backLabel="nav.deals">
      <DealPanel key={id} id={id} />
    </RecordPage>
  );
}
