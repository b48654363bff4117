import type { DirectionTraffic, SeriesPoint } from '../../../api/types/core.ts';
import { Bars, type Bar } from '../../../components/chart/bars.tsx';
import { Facts } from '../../../components/layout/facts.tsx';
import { Section } from '../../../components/layout/section.tsx';
import { ErrorState } from '../../../components/state/error-state.tsx';
import { Skeleton } from '../../../components/state/skeleton.tsx';
import { useNow } from '../../../components/value/now.ts';
import { RelativeTime } from '../../../components/value/relative-time.tsx';
import { clockText } from '../../../format/times.ts';
import { LOCALES } from '../../../format/numbers.ts';
import type { Language } from '../../../i18n/language.ts';
import { useText, type Texts } from '../../../i18n/text.ts';
import { useScope } from '../../../routing/scope.ts';
import { useViewList } from '../../../views/use-view-list.ts';
import type { TabProps } from './tab-props.ts';
import { TabFrame } from './tab-frame.tsx';

const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;
const MINUTES = 61;
const HOURS = 25;

/** "240 ms", "1.2 s"; "240 ms", "1,2 sn". */
function lagText(ms: number | null, language: Language): string {
  if (ms === null) return '–';
  const [value, unit] = ms < 1_000 ? ([ms, 'millisecond'] as const) : ([ms / 1_000, 'second'] as const);
  return new Intl.NumberFormat(LOCALES[language], { style: 'unit', unit, unitDisplay: 'narrow', maximumFractionDigits: 1 }).format(value);
}

function barsOf(points: readonly SeriesPoint[], slotMs: number, slots: number, now: number, { t, language }: Texts): Bar[] {
  const last = Math.floor(now / slotMs);
  return points
    .map(({ at, events, lagP95Ms }) => ({
      slot: slots - 1 - (last - Math.floor(Date.parse(at) / slotMs)),
      value: events,
      title: t('integration.bar', { at: clockText(Date.parse(at), language), events, lag: lagText(lagP95Ms, language) }),
    }))
    .filter((bar) => bar.slot >= 0 && bar.slot < slots);
}

export function OverviewTab(props: TabProps) {
  const { params } = useScope();
  const { rows, isLoading, error, refetch } = useViewList('core/integration', params);
  return (
    <TabFrame {...props}>
      {isLoading && <Skeleton kind="panel" rows={10} />}
      {error && rows.length === 0 && <ErrorState error={error} onRetry={refetch} />}
      <div className="sv-directions">
        {rows.map((row) => (
          <Direction key={`${row.source}>${row.target}`} row={row} />
        ))}
      </div>
    </TabFrame>
  );
}

function Direction({ row }: { row: DirectionTraffic }) {
  const texts = useText();
  const { t } = texts;
  const now = useNow();
  const elsewhere = row.sends ? (row.receives ? null : row.target) : row.source;
  return (
    <Section title={t('integration.traffic', { source: row.source.toUpperCase(), target: row.target.toUpperCase() })}>
      <Facts
        facts={[
          { label: t('integration.pending'), value: row.pending },
          { label: t('integration.dead'), value: row.dead, isBad: row.dead > 0 },
          { label: t('integration.waiting'), value: row.waiting },
          { label: t('integration.parked'), value: row.parked, isBad: row.parked > 0 },
          { label: t('integration.oldest'), value: <RelativeTime at={row.oldestPendingAt} /> },
          { label: t('integration.lastHour'), value: row.sentLastHour },
          { label: t('integration.lagP50'), value: lagText(row.lagP50Ms, texts.language) },
          { label: t('integration.lagP95'), value: lagText(row.lagP95Ms, texts.language) },
        ]}
      />
      <Bars title={t('integration.perMinute')} bars={barsOf(row.perMinute, MINUTE_MS, MINUTES, now, texts)} slots={MINUTES} />
      <Bars title={t('integration.perHour')} bars={barsOf(row.perHour, HOUR_MS, HOURS, now, texts)} slots={HOURS} />
      {elsewhere && <p className="sv-faint">{t('integration.otherNode', { system: elsewhere.toUpperCase() })}</p>}
    </Section>
  );
}
