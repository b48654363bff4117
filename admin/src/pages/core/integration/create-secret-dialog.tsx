import { Button, Modal } from 'antd';
import { useId, useState, type SubmitEvent } from 'react';
import { chosenFrom, reason, type ActionField } from '../../../actions/definition.ts';
import type { ReplyOf } from '../../../api/commands.ts';
import { FieldInput } from '../../../components/action/field-input.tsx';
import { focusFirst } from '../../../components/action/focus-first.ts';
import { useCommand } from '../../../components/action/use-command.ts';
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
  const formId = useId();
  const [values, setValues] = useState<Record<string, string>>({ direction: 'crm>wms', overlapHours: '24', reason: '' });
  const [touched, setTouched] = useState(false);
  const [made, setMade] = useState<ReplyOf<'core', 'secret.create'> | null>(null);
  const { run, isRunning, errorText } = useCommand('core', 'secret.create', 'action.secret.create.done');
  const isMissing = (field: ActionField) => field.required === true && !values[field.name]?.trim();

  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setTouched(true);
    const direction = chosenFrom(DIRECTION, values['direction']);
    if (FIELDS.some(isMissing) || direction === null) return;
    void run({ direction, overlapHours: Number(values['overlapHours']), reason: values['reason'] ?? '' }).then((outcome) => {
      if (outcome?.ok) setMade(outcome.data);
    });
  };

  return (
    <Modal
      open
      title={t('action.secret.create.label')}
      width={made ? 620 : 460}
      onCancel={onClose}
      maskClosable={made === null && !isRunning}
      afterOpenChange={(isOpen) => isOpen && focusFirst(formId)}
      footer={
        made
          ? [
              <Button key="close" type="primary" onClick={onClose}>
                {t('words.close')}
              </Button>,
            ]
          : [
              <Button key="cancel" onClick={onClose}>
                {t('words.cancel')}
              </Button>,
              <Button
                key="run"
                type="primary"
                htmlType="submit"
                form={formId}
                loading={isRunning}
                data-testid="dialog-confirm-secret.create"
              >
                {t('action.secret.create.label')}
              </Button>,
            ]
      }
    >
      {made ? (
        <div className="sv-made-secret" data-testid="made-secret">
          <p className="sv-consequence">{t(made.secret === null ? 'integration.secret.lost' : 'integration.secret.once')}</p>
          {made.secret !== null && <Code value={made.secret} />}
        </div>
      ) : (
        <form id={formId} onSubmit={submit} className="sv-dialog-form">
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
          {errorText && (
            <p role="alert" className="sv-inline-error">
              {errorText}
            </p>
          )}
        </form>
      )}
    </Modal>
  );
}
