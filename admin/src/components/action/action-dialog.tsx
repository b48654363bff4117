import { Button, Modal } from 'antd';
import { useId, useState, type SubmitEvent } from 'react';
import { actionOf, bodyOf } from '../../actions/actions.ts';
import type { ActionField } from '../../actions/definition.ts';
import type { Offer } from '../../actions/offer.ts';
import type { ServerError } from '../../api/server-error.ts';
import { describeError } from '../../errors/describe-error.ts';
import { useText } from '../../i18n/text.ts';
import { WhyBlockedCard } from '../why-blocked/why-blocked-card.tsx';
import { FieldInput } from './field-input.tsx';
import { focusFirst } from './focus-first.ts';
import { useAction } from './use-action.ts';

type ActionDialogProps = Pick<Offer, 'action' | 'body'> & {
  initial: Record<string, string>;
  /** Set when the command was refused before the dialog opened. */
  error: ServerError | null;
  onClose: () => void;
  onDone: (data: unknown) => void;
};

/** Asks for the reason in the same dialog that names the consequence; keeps what was typed when the server refuses. */
export function ActionDialog({ action, body, initial, error: firstError, onClose, onDone }: ActionDialogProps) {
  const texts = useText();
  const { t } = texts;
  const formId = useId();
  const definition = actionOf(action);
  const fields: readonly ActionField[] = definition.fields ?? [];
  const { run, isRunning } = useAction(action);
  const [values, setValues] = useState<Record<string, string>>(initial);
  const [touched, setTouched] = useState(false);
  const [error, setError] = useState<ServerError | null>(firstError);
  const missing = fields.filter((field) => field.required && !values[field.name]?.trim());
  const described = error && !error.decision ? describeError(error, texts) : null;

  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setTouched(true);
    if (missing.length > 0) return;
    void run(bodyOf(action, body, values), { quiet: true }).then((outcome) => {
      if (outcome?.ok) onDone(outcome.data);
      else if (outcome) setError(outcome.error);
    });
  };

  const onlyExplains = error?.decision !== undefined && error?.decision !== null && fields.length === 0;
  return (
    <Modal
      open
      title={t(definition.label)}
      onCancel={onClose}
      width={error?.decision ? 640 : 460}
      maskClosable={!isRunning}
      afterOpenChange={(isOpen) => isOpen && focusFirst(formId)}
      footer={[
        <Button key="close" onClick={onClose}>
          {onlyExplains ? t('words.close') : t('words.cancel')}
        </Button>,
        <Button
          key="run"
          type="primary"
          danger={definition.danger === true}
          loading={isRunning}
          htmlType="submit"
          form={formId}
          data-testid={`dialog-confirm-${action}`}
        >
          {onlyExplains ? t('words.tryAgain') : t(definition.label)}
        </Button>,
      ]}
    >
      <form id={formId} onSubmit={submit} className="sv-dialog-form">
        {definition.consequence && <p className={definition.danger ? 'sv-consequence' : 'sv-soft'}>{t(definition.consequence)}</p>}
        {fields.map((field, index) => (
          <FieldInput
            key={field.name}
            field={field}
            value={values[field.name] ?? ''}
            isMissing={touched && missing.includes(field)}
            isFirst={index === 0}
            onChange={(value) => setValues((before) => ({ ...before, [field.name]: value }))}
          />
        ))}
        {error?.decision && <WhyBlockedCard decision={error.decision} />}
        {described && (
          <div role="alert" className="sv-inline-error">
            <strong>{described.title}</strong> {described.happened} {described.remedy}
            {error?.requestId && <code> {error.requestId}</code>}
          </div>
        )}
      </form>
    </Modal>
  );
}
