import { useState } from 'react';
import { reason, type ActionField } from '../../../actions/definition.ts';
import type { GateView, PolicyVersion } from '../../../api/types/rules.ts';
import { FieldInput } from '../../../components/action/field-input.tsx';
import { FormDialog } from '../../../components/action/form-dialog.tsx';
import { useCommand } from '../../../components/action/use-command.ts';
import { zonedMoment } from '../../../format/zoned-moment.ts';
import { useText } from '../../../i18n/text.ts';
import { zoneOf } from '../../../routing/scope.ts';
import { useMe } from '../../../session/me.ts';

const EFFECTIVE: ActionField = { name: 'effectiveFrom', kind: 'date', label: 'rules.effectiveFrom' };

/** Brings a version into force: at once, or from the start of a day where the org is. */
export function PublishDialog({ gate, version, onClose }: { gate: GateView; version: PolicyVersion; onClose: () => void }) {
  const { t, pick } = useText();
  const zone = zoneOf(useMe(), gate.org);
  const [day, setDay] = useState('');
  const [why, setWhy] = useState('');
  const [touched, setTouched] = useState(false);
  const { run, isRunning, errorText } = useCommand('core', 'gate-policy.publish', 'rulesAction.publish.done');

  const submit = () => {
    setTouched(true);
    if (why.trim() === '') return;
    const effectiveFrom = day === '' ? null : zonedMoment(day, '00:00:00', zone);
    void run({ policy: version.id, effectiveFrom, reason: why }).then((outcome) => {
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
      <p className="sv-faint">{t('rules.effectiveHelp')}</p>
      <FieldInput field={reason} value={why} isMissing={touched && why.trim() === ''} isFirst onChange={setWhy} />
    </FormDialog>
  );
}
