import type { PriceRow } from '../../../api/types/pricing.ts';
import { ActionButton } from '../../../components/action/action-button.tsx';
import { Facts } from '../../../components/layout/facts.tsx';
import { RecordHead } from '../../../components/layout/record-head.tsx';
import { EmptyState } from '../../../components/state/empty-state.tsx';
import { Skeleton } from '../../../components/state/skeleton.tsx';
import { Code } from '../../../components/value/code.tsx';
import { Quantity } from '../../../components/value/quantity.tsx';
import { RelativeTime } from '../../../components/value/relative-time.tsx';
import { useText } from '../../../i18n/text.ts';
import { useMe } from '../../../session/me.ts';
import { ListPrice, PriceState, priceStateOf } from './price-columns.tsx';
import { typedPrice } from './typed-price.ts';

interface PricePanelProps {
  row: PriceRow | null;
  isLoading: boolean;
}

/** One quality of one org with one of its prices: whether sales sees it, and what would change that. */
export function PricePanel({ row, isLoading }: PricePanelProps) {
  const { t, language } = useText();
  const me = useMe();
  if (!row) return isLoading ? <Skeleton kind="panel" rows={6} /> : <EmptyState title={t('pricing.notInList')} />;
  const state = priceStateOf(row);
  const own = me?.orgs.find((org) => org.code === row.org)?.currency ?? '';
  return (
    <article data-testid="price" data-code={row.code} data-state={state}>
      <RecordHead
        code={<Code value={row.code} />}
        status={<PriceState row={row} />}
        title={row.name}
        meta={[row.composition, row.org].filter(Boolean).join(' · ')}
      />
      {state !== 'fresh' && <p className="sv-soft">{t(`pricing.why.${state}`, { days: row.staleDays })}</p>}
      <div className="sv-actions">
        {row.priceId !== null && (
          <ActionButton action="price.reconfirm" body={{ price: row.priceId }} refusal={null} org={row.org} isPrimary={row.stale} />
        )}
        <ActionButton
          action="price.set"
          body={{ org: row.orgId, item: row.itemId }}
          initial={{
            currency: row.currency ?? own,
            price: row.price === null ? '' : typedPrice(row.price, language),
          }}
          refusal={null}
          org={row.org}
          isPrimary={!row.stale}
        />
      </div>
      <Facts
        facts={[
          { label: t('column.listPrice'), value: <ListPrice row={row} /> },
          { label: t('column.confirmed'), value: <RelativeTime at={row.confirmedAt} org={row.org} /> },
          { label: t('column.confirmedBy'), value: row.confirmedByName ?? '–' },
          { label: t('column.onHand'), value: <Quantity value={row.onHandMeters} uom="meter" /> },
          { label: t('column.free'), value: <Quantity value={row.freeMeters} uom="meter" /> },
        ]}
      />
    </article>
  );
}
