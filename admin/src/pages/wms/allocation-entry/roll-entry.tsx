import { DeleteOutlined } from '@ant-design/icons';
import type { AllocationEntryRow } from '../../../api/types/wms.ts';
import { ActionButton } from '../../../components/action/action-button.tsx';
import { Section } from '../../../components/layout/section.tsx';
import { Quantity } from '../../../components/value/quantity.tsx';
import { compare, subtract } from '../../../decimal/decimal.ts';
import { useText } from '../../../i18n/text.ts';
import { ScanField } from '../../../warehouse/scan-field.tsx';
import { ScanResult } from '../../../warehouse/scan-result.tsx';
import { BlockedEntry } from './blocked-entry.tsx';
import { MeterBar } from './meter-bar.tsx';
import { MetersQuestion } from './meters-question.tsx';
import { RollsInStock } from './rolls-in-stock.tsx';
import { useRollEntry } from './use-roll-entry.ts';

/** Scan a roll, take its meters, until the line is covered; then confirm. */
export function RollEntry({ line }: { line: AllocationEntryRow }) {
  const { t } = useText();
  const entry = useRollEntry(line);
  const missing = subtract(line.neededMeters, line.allocatedMeters);
  const isCovered = compare(missing, '0') <= 0;
  return (
    <article data-testid="roll-entry" data-code={`${line.dealCode}/${line.position}`}>
      <header className="sv-work-head">
        <h2>
          <span className="sv-mono">{line.qualityCode}</span> {line.qualityName}
        </h2>
        <p className="sv-soft">
          {line.customerName} · {line.dealCode}/{line.position} · <Quantity value={line.qty} uom={line.uom} />
        </p>
        <MeterBar done={line.allocatedMeters} needed={line.neededMeters} />
      </header>
      {entry.roll ? (
        <MetersQuestion
          roll={entry.roll}
          missing={missing}
          isBusy={entry.isBusy}
          onTake={(meters) => entry.take(meters)}
          onBack={entry.forgetRoll}
        />
      ) : (
        <ScanField label={t('entry.scanRoll')} hint={t('entry.scanRoll')} isBusy={entry.isBusy} onScan={entry.scan} />
      )}
      <ScanResult result={entry.result} onUndo={entry.canUndo ? entry.undo : null} />
      {entry.blocked && <BlockedEntry blocked={entry.blocked} org={line.org} onDone={entry.overridden} />}
      <div className="sv-actions">
        <ActionButton
          action="allocation.confirm"
          body={{ line: line.id }}
          refusal={isCovered ? null : 'refusal.metersMissing'}
          org={line.org}
          isPrimary={isCovered}
          size="large"
        />
      </div>
      <Section title={t('entry.entered')}>
        {line.allocations.length === 0 ? (
          <p className="sv-faint">{t('entry.nothingEntered')}</p>
        ) : (
          <ul className="sv-list">
            {line.allocations.map((allocation) => (
              <li key={allocation.id} className="sv-row" data-roll={allocation.rollCode}>
                <code>{allocation.rollCode}</code>
                <span className="sv-faint sv-mono">{allocation.lotCode}</span>
                <span className="sv-grow" />
                <Quantity value={allocation.meters} uom="meter" />
                <button
                  type="button"
                  className="sv-icon-button is-large"
                  aria-label={t('entry.removeRoll', { roll: allocation.rollCode })}
                  onClick={() => entry.remove(allocation.id, allocation.rollCode)}
                >
                  <DeleteOutlined />
                </button>
              </li>
            ))}
          </ul>
        )}
      </Section>
      <RollsInStock line={line} onChoose={entry.scan} />
    </article>
  );
}
