import { Button, Input } from 'antd';
import { useState } from 'react';
import type { DealView } from '../../../api/types/crm.ts';
import { useCommand } from '../../../components/action/use-command.ts';
import { draftFromLine, isEmptyLine } from '../../../components/line-grid/draft-line.ts';
import { LineGrid } from '../../../components/line-grid/line-grid.tsx';
import { bodiesOf } from '../../../components/line-grid/read-line.ts';
import { useDraftLines } from '../../../components/line-grid/use-draft-lines.ts';
import { decimalMarkOf } from '../../../format/numbers.ts';
import { useText } from '../../../i18n/text.ts';
import { ChangedMeanwhile } from './changed-meanwhile.tsx';

/** Edits a deal's lines against the version that was opened; what somebody else saved meanwhile shows as a diff. */
export function LineEditor({ view, onClose }: { view: DealView; onClose: () => void }) {
  const { t, language } = useText();
  const mark = decimalMarkOf(language);
  const { deal } = view;
  const [base, setBase] = useState(view);
  const [note, setNote] = useState(deal.note ?? '');
  const [showAll, setShowAll] = useState(false);
  const { lines, change, isRestored, forget } = useDraftLines(`deal.${deal.id}.v${base.deal.version}`, () =>
    view.lines.filter((line) => line.status === 'open').map((line) => draftFromLine(line, mark)),
  );
  const { run, isRunning, errorText } = useCommand('crm', 'deal.update-lines', 'deals.linesSaved');

  const filled = lines.filter((line) => !isEmptyLine(line));
  const bodies = bodiesOf(filled, mark);
  const save = () => {
    setShowAll(true);
    if (bodies === null || bodies.length === 0) return;
    void run({ deal: deal.id, version: base.deal.version, lines: bodies, note }).then((outcome) => {
      if (!outcome?.ok) return;
      forget();
      onClose();
    });
  };
  const discard = () => {
    forget();
    onClose();
  };
  const hasProblem = showAll && bodies === null;
  return (
    <div className="sv-stack">
      {deal.version !== base.deal.version && (
        <ChangedMeanwhile
          before={base.lines}
          after={view.lines}
          onTakeTheirs={() => {
            setBase(view);
            change({
              kind: 'replace',
              lines: view.lines.filter((line) => line.status === 'open').map((line) => draftFromLine(line, mark)),
            });
          }}
          onKeepMine={() => setBase(view)}
        />
      )}
      {isRestored && <p className="sv-banner sv-tone-moving">{t('lines.restored')}</p>}
      {deal.status === 'submitted' && <p className="sv-banner sv-tone-waiting">{t('deals.editReopens')}</p>}
      <LineGrid lines={lines} change={change} org={deal.org} currency={deal.currency} showAll={showAll} />
      <Input.TextArea
        rows={2}
        value={note}
        placeholder={t('field.note')}
        aria-label={t('field.note')}
        onChange={(event) => setNote(event.target.value)}
      />
      {hasProblem && (
        <p role="alert" className="sv-inline-error">
          {t('lines.fixFirst')}
        </p>
      )}
      {errorText && (
        <p role="alert" className="sv-inline-error">
          {errorText}
        </p>
      )}
      <div className="sv-row">
        <Button type="primary" loading={isRunning} data-testid="command-deal.update-lines" onClick={save}>
          {t('deals.saveLines')}
        </Button>
        <Button onClick={discard}>{t('lines.discard')}</Button>
      </div>
    </div>
  );
}
