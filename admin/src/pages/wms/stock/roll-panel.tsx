import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import type { Offer } from '../../../actions/offer.ts';
import type { RollView } from '../../../api/types/wms.ts';
import { ActionRow } from '../../../components/layout/action-row.tsx';
import { Facts } from '../../../components/layout/facts.tsx';
import { Loaded } from '../../../components/layout/loaded.tsx';
import { RecordHead } from '../../../components/layout/record-head.tsx';
import { Section } from '../../../components/layout/section.tsx';
import { ReservationTag, RollTag, StatusTag } from '../../../components/status/status-tag.tsx';
import { Code } from '../../../components/value/code.tsx';
import { Quantity } from '../../../components/value/quantity.tsx';
import { RelativeTime } from '../../../components/value/relative-time.tsx';
import { trimmed } from '../../../decimal/decimal.ts';
import { typedFrom } from '../../../decimal/read-typed-number.ts';
import { decimalMarkOf } from '../../../format/numbers.ts';
import { useText } from '../../../i18n/text.ts';
import { useHolds } from '../../../session/use-holds.ts';
import { useViewOne } from '../../../views/use-view-one.ts';

const QualityDialog = lazy(() => import('./quality-dialog.tsx').then((module) => ({ default: module.QualityDialog })));

/** One roll: what it measures, which lines take from it, and its quality. */
export function RollPanel({ id, onLot }: { id: string; onLot: (lot: string) => void }) {
  const view = useViewOne('wms/roll', id);
  return <Loaded view={view}>{(data) => <RollContent view={data} onLot={onLot} />}</Loaded>;
}

function offersFor({ roll }: RollView, typed: string): Offer[] {
  const body = { roll: roll.id, seenMeters: roll.onHandMeters };
  const shipped = roll.status === 'shipped' ? ('refusal.rollShipped' as const) : null;
  const gone = roll.status === 'written_off' ? ('refusal.rollGone' as const) : null;
  return [
    { action: 'roll.adjust', body, initial: { onHandMeters: typed }, refusal: shipped },
    { action: 'roll.write-off', body: { ...body, onHandMeters: '0' }, refusal: shipped ?? gone },
  ];
}

function RollContent({ view, onLot }: { view: RollView; onLot: (lot: string) => void }) {
  const { t, language } = useText();
  const { roll, allocations } = view;
  const meters = (value: string) => <Quantity value={value} uom="meter" />;
  return (
    <article data-testid="roll" data-code={roll.code} data-status={roll.status}>
      <RecordHead
        code={<Code value={roll.code} />}
        status={<RollTag status={roll.status} />}
        title={`${roll.qualityCode} · ${roll.qualityName}`}
        meta={
          <>
            {t('stock.receivedAt')} <RelativeTime at={roll.receivedAt} org={roll.org} /> · {roll.org}
          </>
        }
      />
      <ActionRow org={roll.org} primary={null} offers={offersFor(view, typedFrom(trimmed(roll.onHandMeters), decimalMarkOf(language)))} />
      <Facts
        facts={[
          { label: t('column.onHand'), value: meters(roll.onHandMeters) },
          { label: t('column.free'), value: meters(roll.freeMeters) },
          { label: t('column.allocated'), value: meters(roll.allocatedMeters) },
          { label: t('stock.receivedMeters'), value: meters(roll.receivedMeters) },
          { label: t('column.location'), value: roll.location ?? '–' },
          {
            label: t('column.lot'),
            value: (
              <>
                <span className="sv-mono">{roll.lotCode}</span>{' '}
                <Button type="link" size="small" onClick={() => onLot(roll.lotCode)}>
                  {t('stock.ofLot')}
                </Button>
              </>
            ),
          },
          { label: t('stock.lotFree'), value: meters(roll.lotFreeMeters) },
          roll.promisedWhole ? { label: t('stock.promisedWhole'), value: t('words.yes') } : null,
        ]}
      />
      <Section title={t('section.allocatedTo')}>
        {allocations.length === 0 ? (
          <p className="sv-faint">{t('stock.notAllocated')}</p>
        ) : (
          <table className="sv-mini">
            <tbody>
              {allocations.map((allocation) => (
                <tr key={allocation.id}>
                  <td>
                    <Code value={allocation.dealCode} /> <span className="sv-faint">/{allocation.position}</span>
                  </td>
                  <td className="sv-soft">{allocation.customerName}</td>
                  <td>
                    <ReservationTag status={allocation.status} />
                  </td>
                  <td className="is-right">{meters(allocation.meters)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </Section>
      <QualityFacts roll={roll} />
    </article>
  );
}

function QualityFacts({ roll: { org, quality } }: { roll: RollView['roll'] }) {
  const { t } = useText();
  const mayChange = useHolds('wms', 'catalog:edit', org);
  const [isChanging, setChanging] = useState(false);
  return (
    <Section title={t('column.quality')}>
      <Facts
        facts={[
          { label: t('stock.composition'), value: quality.composition },
          { label: t('stock.width'), value: quality.widthCm },
          { label: t('stock.weight'), value: quality.weightGsm },
          { label: t('stock.units'), value: quality.allowedUoms.map((uom) => t(`uomName.${uom}`)).join(', ') },
          quality.active ? null : { label: t('column.status'), value: <StatusTag tone="idle">{t('stock.inactive')}</StatusTag> },
        ]}
      />
      {mayChange && (
        <ActionRow
          org={org}
          primary={null}
          offers={[
            {
              action: quality.active ? 'quality.switch-off' : 'quality.switch-on',
              body: { quality: quality.id, active: !quality.active },
              refusal: null,
            },
          ]}
        >
          <Button data-testid="command-quality.change" onClick={() => setChanging(true)}>
            {t('stock.changeQuality')}…
          </Button>
        </ActionRow>
      )}
      {isChanging && (
        <Suspense fallback={null}>
          <QualityDialog quality={quality} onClose={() => setChanging(false)} />
        </Suspense>
      )}
    </Section>
  );
}
