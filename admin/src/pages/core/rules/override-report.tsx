import type { GateView } from '../../../api/types/rules.ts';
import { DateInput } from '../../../components/action/date-input.tsx';
import type { ListState } from '../../../components/command-center/use-list-state.ts';
import { EmptyState } from '../../../components/state/empty-state.tsx';
import { ErrorState } from '../../../components/state/error-state.tsx';
import { Skeleton } from '../../../components/state/skeleton.tsx';
import { endOfDayIn, zonedMoment } from '../../../format/zoned-moment.ts';
import { useText } from '../../../i18n/text.ts';
import { zoneOf } from '../../../routing/scope.ts';
import { useMe } from '../../../session/me.ts';
import { useViewList } from '../../../views/use-view-list.ts';
import { OverrideTable } from './override-table.tsx';

interface OverrideReportProps {
  state: ListState;
  /** Which orgs are looked at, as the view takes it. */
  params: { scope?: string; org?: string };
  org: string | null;
  /** null: all gates */
  gate: GateView | null;
}

/** Who overrode what, how often, in a period that the reader chooses: a rule that is always overridden is the wrong rule. */
export function OverrideReport({ state, params, org, gate }: OverrideReportProps) {
  const { t } = useText();
  const zone = zoneOf(useMe(), org);
  const [from, to] = [state.get('from'), state.get('to')];
  const list = useViewList('core/overrides', {
    ...params,
    ...(gate && { gate: gate.gate }),
    ...(from !== '' && { from: zonedMoment(from, '00:00:00', zone) }),
    ...(to !== '' && { to: endOfDayIn(zone, to) }),
  });
  return (
    <>
      <div className="sv-row is-wrap">
        <label className="sv-row">
          {t('access.from')}
          <DateInput data-testid="overrides-from" value={from} onChange={(day) => state.set({ from: day })} />
        </label>
        <label className="sv-row">
          {t('access.until')}
          <DateInput data-testid="overrides-to" value={to} onChange={(day) => state.set({ to: day })} />
        </label>
        {from === '' && <span className="sv-faint">{t(to === '' ? 'rules.overrides.last90' : 'rules.overrides.last90Before')}</span>}
      </div>
      {list.error ? (
        <ErrorState error={list.error} onRetry={list.refetch} />
      ) : list.isLoading ? (
        <Skeleton rows={4} />
      ) : list.rows.length === 0 ? (
        <EmptyState title={t('rules.overrides.empty')} why={t('rules.overrides.emptyWhy')} />
      ) : (
        <OverrideTable rows={list.rows} gate={gate} />
      )}
    </>
  );
}
