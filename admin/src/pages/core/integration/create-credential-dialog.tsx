import { Button } from 'antd';
import { useState } from 'react';
import { chosenFrom, reason, type ActionField } from '../../../actions/definition.ts';
import type { SecretRow } from '../../../api/types/core.ts';
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

const COMMANDS = { secret: 'secret.create', key: 'event-key.create' } as const;

/** Makes a secret or an event key and shows it once, to be copied to the other node. */
export function CreateCredentialDialog({ kind, onClose }: { kind: SecretRow['kind']; onClose: () => void }) {
  const { t } = useText();
  const [values, setValues] = useState<Record<string, string>>({ direction: 'crm>wms', overlapHours: '24', reason: '' });
  const [touched, setTouched] = useState(false);
  const [made, setMade] = useState<{ shown: string | null } | null>(null);
  const secret = useCommand('core', 'secret.create', 'action.secret.create.done');
  const key = useCommand('core', 'event-key.create', 'action.eventKey.create.done');
  const { isRunning, errorText } = kind === 'secret' ? secret : key;
  const label = kind === 'secret' ? 'action.secret.create.label' : 'action.eventKey.create.label';
  const isMissing = (field: ActionField) => field.required === true && !values[field.name]?.trim();

  const submit = () => {
    setTouched(true);
    const direction = chosenFrom(DIRECTION, values['direction']);
    if (FIELDS.some(isMissing) || direction === null) return;
    const body = { direction, overlapHours: Number(values['overlapHours']), reason: values['reason'] ?? '' };
    const creating =
      kind === 'secret'
        ? secret.run(body).then((outcome) => outcome?.ok && setMade({ shown: outcome.data.secret }))
        : key.run(body).then((outcome) => outcome?.ok && setMade({ shown: outcome.data.key }));
    void creating;
  };

  if (made) {
    return (
      <Dialog
        title={t(label)}
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
          <p className="sv-consequence">{t(made.shown === null ? 'integration.secret.lost' : 'integration.secret.once')}</p>
          {made.shown !== null && <Code value={made.shown} />}
        </div>
      </Dialog>
    );
  }
  return (
    <FormDialog
      title={t(label)}
      command={COMMANDS[kind]}
      label={label}
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
