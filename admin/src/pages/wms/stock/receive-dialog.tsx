import { Input } from 'antd';
import { useId, useState } from 'react';
import type { OrgOfMe } from '../../../api/types/me.ts';
import { FormDialog } from '../../../components/action/form-dialog.tsx';
import { useCommand } from '../../../components/action/use-command.ts';
import { useKeptState } from '../../../components/line-grid/use-kept-state.ts';
import { decimalMarkOf } from '../../../format/numbers.ts';
import { useText } from '../../../i18n/text.ts';
import { QualitySelect, type ChosenQuality } from './quality-select.tsx';
import { ReceiveGrid } from './receive-grid.tsx';
import { bodiesOf, changeRolls, filledRolls, MOST_ROLLS, withTail, type DraftRoll, type RollChange } from './received-rolls.ts';

interface Reception {
  quality: ChosenQuality | null;
  lotCode: string;
  rolls: DraftRoll[];
}

/** Rolls of one lot come in; what is typed survives a reload, and a row that is refused says why. */
export function ReceiveDialog({ org, onClose }: { org: Pick<OrgOfMe, 'id' | 'code' | 'name'>; onClose: () => void }) {
  const { t, language } = useText();
  const mark = decimalMarkOf(language);
  const ids = { quality: useId(), lot: useId() };
  const [reception, setReception, forget] = useKeptState<Reception>(`receive.${org.code}`, {
    quality: null,
    lotCode: '',
    rolls: withTail([]),
  });
  const { quality, lotCode, rolls } = reception;
  const [touched, setTouched] = useState(false);
  const [sent, setSent] = useState<readonly string[]>([]);
  const { run, isRunning, error, errorText } = useCommand('wms', 'roll.receive', 'stock.received');

  const refused = new Map<string, string>();
  for (const { path, message, messageTr } of error?.problems ?? []) {
    const key = sent[Number(/^rolls\.(\d+)\./.exec(path)?.[1] ?? -1)];
    if (key !== undefined && key !== '') refused.set(key, language === 'tr' ? (messageTr ?? message) : message);
  }
  const count = filledRolls(rolls).length;
  const bodies = bodiesOf(rolls, mark);
  const ownProblem = () => {
    if (count > MOST_ROLLS) return t('stock.tooMany', { count, most: MOST_ROLLS });
    if (!touched) return null;
    if (count === 0) return t('stock.noRolls');
    return bodies === null ? t('stock.fixRows') : null;
  };
  const change = (one: RollChange) => {
    setReception({ ...reception, rolls: changeRolls(rolls, one) });
    // What the server said of a row is over once the row is another.
    if (one.kind === 'set') setSent(sent.map((key) => (key === rolls[one.row]?.key ? '' : key)));
  };
  const submit = () => {
    setTouched(true);
    if (quality === null || lotCode.trim() === '' || bodies === null || count === 0 || count > MOST_ROLLS) return;
    setSent(filledRolls(rolls).map((roll) => roll.key));
    void run({ org: org.id, quality: quality.id, lotCode, rolls: bodies }).then((outcome) => {
      if (!outcome?.ok) return;
      forget();
      onClose();
    });
  };
  return (
    <FormDialog
      title={t('stock.receiveIn', { org: org.name })}
      command="roll.receive"
      label="stock.receive"
      width={640}
      isRunning={isRunning}
      errorText={ownProblem() ?? (refused.size > 0 ? t('stock.fixRows') : errorText)}
      onSubmit={submit}
      onClose={onClose}
    >
      <div className="sv-form-grid">
        <div className="sv-field">
          <label htmlFor={ids.quality}>{t('column.quality')}</label>
          <QualitySelect
            id={ids.quality}
            value={quality}
            placeholder={t('words.choose')}
            onlyActive
            isMissing={touched && quality === null}
            onChange={(chosen) => setReception({ ...reception, quality: chosen })}
          />
          {touched && quality === null && <span className="sv-field-problem">{t('field.required', { field: t('column.quality') })}</span>}
        </div>
        <div className="sv-field">
          <label htmlFor={ids.lot}>{t('column.lot')}</label>
          <Input
            id={ids.lot}
            autoComplete="off"
            status={touched && lotCode.trim() === '' ? 'error' : ''}
            value={lotCode}
            data-testid="field-lotCode"
            onChange={(event) => setReception({ ...reception, lotCode: event.target.value })}
          />
          {touched && lotCode.trim() === '' && <span className="sv-field-problem">{t('field.required', { field: t('column.lot') })}</span>}
        </div>
      </div>
      <ReceiveGrid rolls={rolls} showProblems={touched} refused={refused} change={change} />
    </FormDialog>
  );
}
