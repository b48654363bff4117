import { Link } from 'react-router';
import type { PoCommandCenterRow } from '../../../api/types/wms.ts';
import { ActionButton } from '../../../components/action/action-button.tsx';
import { RecordHead } from '../../../components/layout/record-head.tsx';
import { Section } from '../../../components/layout/section.tsx';
import { EmptyState } from '../../../components/state/empty-state.tsx';
import { Skeleton } from '../../../components/state/skeleton.tsx';
import { ReservationTag } from '../../../components/status/status-tag.tsx';
import { Code } from '../../../components/value/code.tsx';
import { Quantity } from '../../../components/value/quantity.tsx';
import { RelativeTime } from '../../../components/value/relative-time.tsx';
import { compare } from '../../../decimal/decimal.ts';
import { useText } from '../../../i18n/text.ts';
import { useScopedPath } from '../../../routing/scope.ts';
import { useViewList } from '../../../views/use-view-list.ts';
import { WarehouseStatusTag } from './warehouse-status-tag.tsx';

/** The lines of a reservation that still wait for a plan or for rolls. */
export function ReservationPanel({ id, row }: { id: string; row: PoCommandCenterRow | null }) {
  const { t } = useText();
  const scoped = useScopedPath();
  const params = { scope: 'active', org: row?.org, q: row?.dealCode };
  const planning = useViewList('wms/allocation-planning', params, { enabled: row !== null, pageSize: 100 });
  const entry = useViewList('wms/allocation-entry', params, { enabled: row !== null, pageSize: 100 });
  if (!row) return <EmptyState title={t('poCenter.moved')} />;
  const toPlan = planning.rows.filter((line) => line.reservationId === id);
  const toEnter = entry.rows.filter((line) => line.reservationId === id);
  return (
    <article data-testid="reservation" data-code={row.code}>
      <RecordHead
        code={<Code value={row.code} />}
        status={<WarehouseStatusTag status={row.status} />}
        title={row.customerName}
        meta={
          <>
            <RelativeTime at={row.since} org={row.org} /> · {row.org}
          </>
        }
      />
      {(planning.isLoading || entry.isLoading) && <Skeleton kind="panel" rows={4} />}
      <Section title={t('poQueue.to_plan')}>
        {toPlan.length === 0 ? (
          <p className="sv-faint">{t('poCenter.nothingToPlan')}</p>
        ) : (
          <ul className="sv-list">
            {toPlan.map((line) => (
              <li key={line.id} className="sv-row is-wrap">
                <span className="sv-faint">{line.position}</span>
                <code>{line.qualityCode}</code>
                <Quantity value={line.qty} uom={line.uom} />
                <ReservationTag status={line.status} />
                {compare(line.shortageQty, '0') > 0 && (
                  <span className="sv-text-blocked">
                    {t('planning.missing')} <Quantity value={line.shortageQty} uom={line.uom} />
                  </span>
                )}
                <span className="sv-grow" />
                <ActionButton
                  action="reservation.plan"
                  body={{ line: line.id }}
                  refusal={null}
                  org={line.org}
                  isPrimary={line === toPlan[0]}
                />
              </li>
            ))}
          </ul>
        )}
      </Section>
      <Section title={t('poQueue.to_allocate')}>
        {toEnter.length === 0 ? (
          <p className="sv-faint">{t('poCenter.nothingToEnter')}</p>
        ) : (
          <ul className="sv-list">
            {toEnter.map((line) => (
              <li key={line.id} className="sv-row is-wrap">
                <span className="sv-faint">{line.position}</span>
                <code>{line.qualityCode}</code>
                <span>
                  <Quantity value={line.allocatedMeters} uom="meter" /> / <Quantity value={line.neededMeters} uom="meter" />
                </span>
                <span className="sv-grow" />
                <Link to={scoped(`/allocation-entry?line=${line.id}`)}>{t('poCenter.enterRolls')}</Link>
              </li>
            ))}
          </ul>
        )}
      </Section>
    </article>
  );
}
