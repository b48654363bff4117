import { Button } from 'antd';
import { useState } from 'react';
import { chosenFrom, reason, type ActionField } from '../../../actions/definition.ts';
import type { ReplyOf } from '../../../api/commands.ts';
import { FieldInput } from '../../../components/action/field-input.tsx';
import { FormDialog } from '../../../components/action/form-dialog.tsx';
import { useCommand } from '../../../components/action/use-command.ts';
import { Dialog } from '../../../components/layout/dialog.tsx';
import { Code } from '../../../components/value/code.tsx';
import { useText } from '../../../i18n/text.ts';
import { DIRECTION } from './event-columns.tsx';

const FIELDS: readonly ActionField[] = [
  {
    name: 'direction',
    kind: 'choice',
    label: 'integration.secret.direction',
    required: true,
    options: DIRECTION,
  },
  { name: 'overlapHours', kind: 'text', label: 'integration.secret.overlap', required: true },
  reason,
];

/** Makes a secret and shows it once, to be copied to the other node. */
export function CreateSecretDialog({ onClose }: { onClose: () => void }) {
  const { t } = useText();
  const [values, setValues] = useState<Record<string, string>>({ direction: 'crm>wms', overlapHours: '24', reason: '' });
  const [touched, setTouched] = useState(false);
  const [made, setMade] = useState<ReplyOf<'core', 'secret.create'> | null>(null);
  const { run, isRunning, errorText } = useCommand('core', 'secret.create', 'action.secret.create.done');
  const isMissing = (field: ActionField) => field.required === true && !values[field.name]?.trim();

  const submit = () => {
    setTouched(true);
    const direction = chosenFrom(DIRECTION, values['direction']);
    if (FIELDS.some(isMissing) || direction === null) return;
    void run({ direction, overlapHours: Number(values['overlapHours']), reason: values['reason'] ?? '' }).then((outcome) => {
      if (outcome?.ok) setMade(outcome.data);
    });
  };

  if (made) {
    return (
      <Dialog
        title={t('action.secret.create.label')}
        width={620}
        onCancel={onClose}
        maskClosable={false}
        footer={
          <Button type="primary" onClick={onClose}>
            {t('words.close')}
          </Button>
        }
      >
        <div className="sv-made-secret" data-testid="made-secret">
          <p className="sv-consequence">{t(made.secret === null ? 'integration.secret.lost' : 'integration.secret.once')}</p>
          {made.secret !== null && <Code value={made.secret} />}
        </div>
      </Dialog>
    );
  }
  return (
    <FormDialog
      title={t('action.secret.create.label')}
      command="secret.create"
      label="action.secret.create.label"
      isRunning={isRunning}
      errorText={errorText}
      onSubmit={submit}
      onClose={onClose}
    >
      {FIELDS.map((field, index) => (
        <FieldInput
          key={field.name}
          field={field}
          value={values[field.name] ?? ''}
          isMissing={touched && isMissing(field)}
          isFirst={index === 0}
          onChange={(value) => setValues((before) => ({ ...before, [field.name]: value }))}
        />
      ))}
    </FormDialog>
  );
}
