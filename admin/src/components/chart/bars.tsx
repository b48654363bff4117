import { useText } from '../../i18n/text.ts';

export interface Bar {
  /** Where it stands from left (0) to right (slots − 1). */
  slot: number;
  value: number;
  title: string;
}

interface BarsProps {
  title: string;
  bars: readonly Bar[];
  slots: number;
}

const HEIGHT = 56;
const WIDTH_OF_SLOT = 8;
const GAP = 2;
/** A slot with one event among thousands must still be seen. */
const LEAST_HEIGHT = 2;

/** Values over time as bars; its summary is said in words, each bar on hover. */
export function Bars({ title, bars, slots }: BarsProps) {
  const { t } = useText();
  const most = Math.max(0, ...bars.map((bar) => bar.value));
  const total = bars.reduce((sum, bar) => sum + bar.value, 0);
  const width = slots * WIDTH_OF_SLOT;
  return (
    <figure className="sv-bars">
      <figcaption>
        {title}
        <span className="sv-grow" />
        <span className="sv-faint">{total === 0 ? t('integration.noTraffic') : most}</span>
      </figcaption>
      <svg
        viewBox={`0 0 ${width} ${HEIGHT}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={t('integration.chart', { title, total, most })}
      >
        <line x1="0" x2={width} y1={HEIGHT - 0.5} y2={HEIGHT - 0.5} className="sv-bars-ground" />
        {bars.map((bar) => {
          const height = Math.max(LEAST_HEIGHT, (bar.value / most) * (HEIGHT - 4));
          return (
            <rect
              key={bar.slot}
              x={bar.slot * WIDTH_OF_SLOT}
              y={HEIGHT - height}
              width={WIDTH_OF_SLOT - GAP}
              height={height}
              className="sv-bar"
            >
              <title>{bar.title}</title>
            </rect>
          );
        })}
      </svg>
    </figure>
  );
}
