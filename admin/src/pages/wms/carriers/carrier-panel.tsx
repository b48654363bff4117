import type { CarrierRow } from '../../../api/types/wms.ts';
import { ActionRow } from '../../../components/layout/action-row.tsx';
import { Facts } from '../../../components/layout/facts.tsx';
import { RecordHead } from '../../../components/layout/record-head.tsx';
import { EmptyState } from '../../../components/state/empty-state.tsx';
import { RelativeTime } from '../../../components/value/relative-time.tsx';
import { useText } from '../../../i18n/text.ts';
import { ActiveTag } from './active-tag.tsx';

/** One carrier: what is asked of a shipment by it, and what it carried lately. */
export function CarrierPanel({ carrier }: { carrier: CarrierRow | null }) {
  const { t } = useText();
  if (!carrier) return <EmptyState title={t('carriers.notInList')} />;
  const body = { carrier: carrier.id };
  return (
    <article data-testid="carrier">
      <RecordHead code={null} status={<ActiveTag isActive={carrier.active} />} title={carrier.name} meta={carrier.org} />
      <ActionRow
        org={carrier.org}
        primary={null}
        offers={[
          { action: 'carrier.change', body, initial: { name: carrier.name, tracking: carrier.tracking }, refusal: null },
          {
            action: carrier.active ? 'carrier.switch-off' : 'carrier.switch-on',
            body: { ...body, active: !carrier.active },
            refusal: null,
          },
        ]}
      />
      <Facts
        facts={[
          { label: t('field.trackingId'), value: t(`carriers.tracking.${carrier.tracking}`) },
          { label: t('carriers.lately'), value: carrier.shipments },
          { label: t('carriers.last'), value: <RelativeTime at={carrier.lastShippedAt} org={carrier.org} /> },
        ]}
      />
    </article>
  );
}
