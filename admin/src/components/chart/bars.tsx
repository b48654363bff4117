import { useText } from '../../i18n/text.ts';

export interface Bar {
  /** Where it stands from left (0) to right (slots − 1). */
  slot: number;
  value: number;
  /** A part of the value that shows inside the bar, such as the usual within the worst. */
  inner?: number;
  title: string;
}

interface BarsProps {
  title: string;
  bars: readonly Bar[];
  slots: number;
  /** The largest value in words; without one there is nothing to show. */
  most: string;
  /** What the whole says, for those who do not see it. */
  summary: string;
}

const HEIGHT = 56;
const WIDTH_OF_SLOT = 8;
const GAP = 2;
/** A slot with one event among thousands must still be seen. */
const LEAST_HEIGHT = 2;

/** Values over time as bars; its summary is said in words, each bar on hover. */
export function Bars({ title, bars, slots, most: mostText, summary }: BarsProps) {
  const { t } = useText();
  const most = Math.max(0, ...bars.map((bar) => bar.value));
  const width = slots * WIDTH_OF_SLOT;
  return (
    <figure className="sv-bars">
      <figcaption>
        {title}
        <span className="sv-grow" />
        <span className="sv-faint">{bars.length === 0 ? t('integration.noTraffic') : mostText}</span>
      </figcaption>
      <svg
        viewBox={`0 0 ${width} ${HEIGHT}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={bars.length === 0 ? `${title}: ${t('integration.noTraffic')}` : summary}
      >
        <line x1="0" x2={width} y1={HEIGHT - 0.5} y2={HEIGHT - 0.5} className="sv-bars-ground" />
        {bars.map((bar) => {
          const height = (value: number) => Math.max(LEAST_HEIGHT, (value / Math.max(most, 1)) * (HEIGHT - 4));
          const place = { x: bar.slot * WIDTH_OF_SLOT, width: WIDTH_OF_SLOT - GAP };
          return (
            <g key={bar.slot} className="sv-bar">
              <rect {...place} y={HEIGHT - height(bar.value)} height={height(bar.value)} />
              {bar.inner !== undefined && (
                <rect {...place} y={HEIGHT - height(bar.inner)} height={height(bar.inner)} className="sv-bar-inner" />
              )}
              <title>{bar.title}</title>
            </g>
          );
        })}
      </svg>
    </figure>
  );
}
