import { useState } from 'react';
import { actionOf, bodyOf } from '../../actions/actions.ts';
import type { ActionField, FieldOption } from '../../actions/definition.ts';
import type { Offer } from '../../actions/offer.ts';
import type { ServerError } from '../../api/server-error.ts';
import { amountFrom } from '../../decimal/amount-from.ts';
import { describeError } from '../../errors/describe-error.ts';
import { decimalMarkOf } from '../../format/numbers.ts';
import { useText } from '../../i18n/text.ts';
import { WhyBlockedCard } from '../why-blocked/why-blocked-card.tsx';
import { FieldInput } from './field-input.tsx';
import { FormDialog } from './form-dialog.tsx';
import { useAction } from './use-action.ts';
import { useListedCarriers } from './use-listed-carriers.ts';
import { useListedReasons } from './use-listed-reasons.ts';

type ActionDialogProps = Pick<Offer, 'action' | 'body'> & {
  initial: Record<string, string>;
  /** Options that only the page knows, by the field they are of. */
  choices?: Readonly<Record<string, readonly FieldOption[]>>;
  /** Set when the command was refused before the dialog opened. */
  error: ServerError | null;
  onClose: () => void;
  onDone: (data: unknown) => void;
};

/** Asks for the reason in the same dialog that names the consequence; keeps what was typed when the server refuses. */
export function ActionDialog({ action, body, initial, choices = {}, error: firstError, onClose, onDone }: ActionDialogProps) {
  const texts = useText();
  const { t } = texts;
  const mark = decimalMarkOf(texts.language);
  const definition = actionOf(action);
  const { run, isRunning } = useAction(action);
  const [values, setValues] = useState<Record<string, string>>(initial);
  const asDefined = (definition.fields ?? []).map((field) => ({ ...field, ...(choices[field.name] && { options: choices[field.name] }) }));
  const fields = useListedCarriers(useListedReasons(asDefined), values);
  const [touched, setTouched] = useState(false);
  const [error, setError] = useState<ServerError | null>(firstError);
  const isMissing = ({ name, kind, required }: ActionField) => {
    const value = values[name]?.trim() ?? '';
    return value === '' ? required === true : kind === 'amount' && amountFrom(value, mark) === null;
  };
  const missing = fields.filter(isMissing);
  const asked = () =>
    Object.fromEntries(
      Object.entries(values).map(([name, value]) => {
        const isAmount = fields.some((field) => field.name === name && field.kind === 'amount');
        return [name, isAmount ? (amountFrom(value, mark) ?? '') : value];
      }),
    );
  const described = error && !error.decision ? describeError(error, texts) : null;

  const submit = () => {
    setTouched(true);
    if (missing.length > 0) return;
    void run(bodyOf(action, body, asked()), { quiet: true }).then((outcome) => {
      if (outcome?.ok) onDone(outcome.data);
      else if (outcome) setError(outcome.error);
    });
  };

  const onlyExplains = error?.decision !== undefined && error?.decision !== null && fields.length === 0;
  return (
    <FormDialog
      title={t(definition.label)}
      command={action}
      label={onlyExplains ? 'words.tryAgain' : definition.label}
      closeLabel={onlyExplains ? 'words.close' : 'words.cancel'}
      isDanger={definition.danger === true}
      width={error?.decision ? 640 : 460}
      isRunning={isRunning}
      errorText={described && [described.title, described.happened, described.remedy, error?.requestId ?? ''].filter(Boolean).join(' ')}
      onSubmit={submit}
      onClose={onClose}
    >
      {definition.consequence && <p className={definition.danger ? 'sv-consequence' : 'sv-soft'}>{t(definition.consequence)}</p>}
      {fields.map((field, index) => (
        <FieldInput
          key={field.name}
          field={field}
          value={values[field.name] ?? ''}
          isMissing={touched && isMissing(field)}
          isFirst={index === 0}
          onChange={(value) => setValues((before) => ({ ...before, [field.name]: value }))}
        />
      ))}
      {error?.decision && <WhyBlockedCard decision={error.decision} />}
    </FormDialog>
  );
}
