import { Input } from 'antd';
import { useId, useState } from 'react';
import { reason, type ActionField } from '../../../actions/definition.ts';
import type { GateView, PolicyVersion } from '../../../api/types/rules.ts';
import { FieldInput } from '../../../components/action/field-input.tsx';
import { FormDialog } from '../../../components/action/form-dialog.tsx';
import { useCommand } from '../../../components/action/use-command.ts';
import { exactText } from '../../../format/times.ts';
import { zonedMoment } from '../../../format/zoned-moment.ts';
import { useText } from '../../../i18n/text.ts';
import { zoneOf } from '../../../routing/scope.ts';
import { useMe } from '../../../session/me.ts';

const EFFECTIVE: ActionField = { name: 'effectiveFrom', kind: 'date', label: 'rules.effectiveFrom' };

const MIDNIGHT = '00:00';

/** Brings a version into force: at once, or from a day and time as the clocks show them where the org is. */
export function PublishDialog({ gate, version, onClose }: { gate: GateView; version: PolicyVersion; onClose: () => void }) {
  const { t, pick, language } = useText();
  const zone = zoneOf(useMe(), gate.org);
  const timeId = useId();
  const [day, setDay] = useState('');
  const [time, setTime] = useState(MIDNIGHT);
  const [why, setWhy] = useState('');
  const [touched, setTouched] = useState(false);
  const { run, isRunning, errorText } = useCommand('core', 'gate-policy.publish', 'rulesAction.publish.done');

  const from = day === '' ? null : zonedMoment(day, `${time || MIDNIGHT}:00`, zone);

  const submit = () => {
    setTouched(true);
    if (why.trim() === '') return;
    void run({ policy: version.id, effectiveFrom: from, reason: why }).then((outcome) => {
      if (outcome?.ok) onClose();
    });
  };

  return (
    <FormDialog
      title={`${pick(gate.title)} · ${t('rules.version', { version: version.version })} · ${gate.org}`}
      command="gate-policy.publish"
      label="rulesAction.publish.label"
      isRunning={isRunning}
      errorText={errorText}
      onSubmit={submit}
      onClose={onClose}
    >
      <FieldInput field={EFFECTIVE} value={day} isMissing={false} onChange={setDay} />
      {day !== '' && (
        <div className="sv-field">
          <label htmlFor={timeId}>{t('rules.effectiveTime', { zone })}</label>
          <Input id={timeId} type="time" data-testid="field-effectiveTime" value={time} onChange={(event) => setTime(event.target.value)} />
        </div>
      )}
      <p className="sv-faint" data-testid="effective-at">
        {from === null ? t('rules.effectiveHelp') : t('rules.effectiveAt', { at: exactText(from, zone, language) })}
      </p>
      <FieldInput field={reason} value={why} isMissing={touched && why.trim() === ''} isFirst onChange={setWhy} />
    </FormDialog>
  );
}
