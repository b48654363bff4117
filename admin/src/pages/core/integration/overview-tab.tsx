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
import { useText } from '../../../i18n/text.ts';
import { useScope } from '../../../routing/scope.ts';
import { useViewList } from '../../../views/use-view-list.ts';
import type { TabProps } from './tab-props.ts';
import { TabFrame } from './tab-frame.tsx';

const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;
const MINUTES = 61;
const HOURS = 25;
// The short names of Intl say "secs" in English, the narrow ones leave out the space.
const SECONDS: Readonly<Record<Language, string>> = { en: 's', tr: 'sn' };

/** "240 ms", "1.2 s"; "240 ms", "1,2 sn". */
function lagText(ms: number | null, language: Language): string {
  if (ms === null) return '–';
  const [value, unit] = ms < 1_000 ? [ms, 'ms'] : [ms / 1_000, SECONDS[language]];
  return `${new Intl.NumberFormat(LOCALES[language], { maximumFractionDigits: 1 }).format(value)}\u00a0${unit}`;
}

interface Span {
  readonly points: readonly SeriesPoint[];
  readonly slotMs: number;
  readonly slots: number;
}

/** The points of a series as bars at their places, oldest left; what left the window meanwhile is left out. */
function barsOf({ points, slotMs, slots }: Span, now: number, bar: (point: SeriesPoint) => Omit<Bar, 'slot'> | null): Bar[] {
  const last = Math.floor(now / slotMs);
  return points.flatMap((point) => {
    const slot = slots - 1 - (last - Math.floor(Date.parse(point.at) / slotMs));
    const shown = slot >= 0 && slot < slots ? bar(point) : null;
    return shown ? [{ slot, ...shown }] : [];
  });
}

/** How many events left in each slot. */
function Throughput({ title, span }: { title: string; span: Span }) {
  const { t, language } = useText();
  const bars = barsOf(span, useNow(), ({ at, events }) => ({
    value: events,
    title: t('integration.bar', { at: clockText(Date.parse(at), language), events }),
  }));
  const most = Math.max(0, ...bars.map((bar) => bar.value));
  const total = bars.reduce((sum, bar) => sum + bar.value, 0);
  return <Bars title={title} bars={bars} slots={span.slots} most={String(most)} summary={t('integration.chart', { title, total, most })} />;
}

/** How long the events of each slot took: the usual one inside the slowest five percent. */
function Lag({ title, span }: { title: string; span: Span }) {
  const { t, language } = useText();
  const bars = barsOf(span, useNow(), ({ at, lagP50Ms, lagP95Ms }) =>
    lagP95Ms === null
      ? null
      : {
          value: lagP95Ms,
          inner: lagP50Ms ?? 0,
          title: t('integration.lagBar', {
            at: clockText(Date.parse(at), language),
            usual: lagText(lagP50Ms, language),
            slow: lagText(lagP95Ms, language),
          }),
        },
  );
  const most = lagText(Math.max(0, ...bars.map((bar) => bar.value)), language);
  const usual = lagText(Math.max(0, ...bars.map((bar) => bar.inner ?? 0)), language);
  return <Bars title={title} bars={bars} slots={span.slots} most={most} summary={t('integration.lagChart', { title, usual, most })} />;
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
  const { t, language } = useText();
  const minutes = { points: row.perMinute, slotMs: MINUTE_MS, slots: MINUTES };
  const hours = { points: row.perHour, slotMs: HOUR_MS, slots: HOURS };
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
          { label: t('integration.lagP50'), value: lagText(row.lagP50Ms, language) },
          { label: t('integration.lagP95'), value: lagText(row.lagP95Ms, language) },
        ]}
      />
      <Throughput title={t('integration.perMinute')} span={minutes} />
      <Lag title={t('integration.lagPerMinute')} span={minutes} />
      <Throughput title={t('integration.perHour')} span={hours} />
      <Lag title={t('integration.lagPerHour')} span={hours} />
      {elsewhere && <p className="sv-faint">{t('integration.otherNode', { system: elsewhere.toUpperCase() })}</p>}
    </Section>
  );
}
