import type { AllocationEntryRow } from '../../../api/types/wms.ts';
import { MeterBar } from './meter-bar.tsx';

/** One planned line in the list of work. */
export function EntryLineCard({ row, isChosen, onChoose }: { row: AllocationEntryRow; isChosen: boolean; onChoose: () => void }) {
  return (
    <button
      type="button"
      className={`sv-work-card ${isChosen ? 'is-chosen' : ''}`}
      aria-pressed={isChosen}
      data-code={`${row.dealCode}/${row.position}`}
      onClick={onChoose}
    >
      <span className="sv-row">
        <strong className="sv-mono">{row.qualityCode}</strong>
        <span className="sv-grow" />
        <span className="sv-faint sv-mono">
          {row.dealCode}/{row.position}
        </span>
      </span>
      <span className="sv-soft sv-ellipsis">{row.customerName}</span>
      <MeterBar done={row.allocatedMeters} needed={row.neededMeters} />
    </button>
  );
}
