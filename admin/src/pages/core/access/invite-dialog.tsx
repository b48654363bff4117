import { useState } from 'react';
import { chosenFrom, reason, type FieldOf } from '../../../actions/definition.ts';
import type { InputOf } from '../../../api/commands.ts';
import type { OrgOfMe } from '../../../api/types/me.ts';
import { FieldInput } from '../../../components/action/field-input.tsx';
import { FormDialog } from '../../../components/action/form-dialog.tsx';
import { useCommand } from '../../../components/action/use-command.ts';
import { endOfDayIn } from '../../../format/zoned-moment.ts';
import { useText } from '../../../i18n/text.ts';
import { roleField, untilField } from './fields.ts';

type InviteField = FieldOf<InputOf<'core', 'person.invite'>>;

const ROLE = roleField();
const LANGUAGES = [
  { value: 'tr-TR', name: 'Türkçe' },
  { value: 'en-US', name: 'English' },
] as const;
const ABOUT: readonly InviteField[] = [
  { name: 'email', kind: 'text', label: 'login.email', required: true },
  { name: 'firstName', kind: 'text', label: 'access.firstName', required: true },
  { name: 'lastName', kind: 'text', label: 'access.lastName', required: true },
  { name: 'language', kind: 'choice', label: 'access.language', required: true, options: LANGUAGES },
  ROLE,
];

/** A person comes to the active org: made here unless known, with a role, and mailed a link to a first password. */
export function InviteDialog({ org, onClose }: { org: OrgOfMe; onClose: () => void }) {
  const { t, language } = useText();
  const [values, setValues] = useState<Record<string, string>>({ language: language === 'tr' ? 'tr-TR' : 'en-US' });
  const [touched, setTouched] = useState(false);
  const { run, isRunning, errorText } = useCommand('core', 'person.invite', 'accessAction.invite.done');
  const valueOf = (name: string) => values[name]?.trim() ?? '';
  const isMissing = ({ name, required }: { name: string; required?: boolean }) => required === true && valueOf(name) === '';
  const set = (name: string) => (value: string) => setValues((before) => ({ ...before, [name]: value }));

  const submit = () => {
    setTouched(true);
    const role = chosenFrom(ROLE.options, values['role']);
    const speaks = chosenFrom(LANGUAGES, values['language']);
    if (role === null || speaks === null || [...ABOUT, reason].some(isMissing)) return;
    const body = {
      org: org.id,
      email: valueOf('email'),
      firstName: valueOf('firstName'),
      lastName: valueOf('lastName'),
      language: speaks,
      role,
      expiresAt: valueOf('until') === '' ? null : endOfDayIn(org.timeZone, valueOf('until')),
      reason: valueOf('reason'),
    };
    void run(body).then((outcome) => {
      if (outcome?.ok) onClose();
    });
  };

  return (
    <FormDialog
      title={`${t('accessAction.invite.label')} · ${org.name}`}
      command="person.invite"
      label="accessAction.invite.label"
      isRunning={isRunning}
      errorText={errorText}
      onSubmit={submit}
      onClose={onClose}
    >
      <p className="sv-soft">{t('access.inviteHelp')}</p>
      {ABOUT.map((field, index) => (
        <FieldInput
          key={field.name}
          field={field}
          value={values[field.name] ?? ''}
          isMissing={touched && isMissing(field)}
          isFirst={index === 0}
          onChange={set(field.name)}
        />
      ))}
      <FieldInput field={untilField} value={values['until'] ?? ''} isMissing={false} onChange={set('until')} />
      <p className="sv-faint">{t('access.untilHelp')}</p>
      <FieldInput field={reason} value={values['reason'] ?? ''} isMissing={touched && isMissing(reason)} onChange={set('reason')} />
    </FormDialog>
  );
}
