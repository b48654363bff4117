import { useState } from 'react';
import { chosenFrom, reason } from '../../../actions/definition.ts';
import type { PersonRow } from '../../../api/types/core.ts';
import type { OrgOfMe } from '../../../api/types/me.ts';
import { FieldInput } from '../../../components/action/field-input.tsx';
import { useCommand } from '../../../components/action/use-command.ts';
import { endOfDayIn } from '../../../format/zoned-moment.ts';
import { useText } from '../../../i18n/text.ts';
import { useMe } from '../../../session/me.ts';
import { roleField, untilField } from './fields.ts';
import { FormDialog } from '../../../components/action/form-dialog.tsx';
import { KeysSelect } from './keys-select.tsx';
import { PersonSelect } from './person-select.tsx';

const ROLE = roleField();

/** A person gets a role in the active org. */
export function GiveDialog({ org, onClose }: { org: OrgOfMe; onClose: () => void }) {
  const { t } = useText();
  const me = useMe();
  const [person, setPerson] = useState<PersonRow | null>(null);
  const [values, setValues] = useState({ role: '', until: '', reason: '' });
  const [extraKeys, setExtraKeys] = useState<string[]>([]);
  const [touched, setTouched] = useState(false);
  const { run, isRunning, errorText } = useCommand('core', 'grant.give', 'accessAction.give.done');
  const role = chosenFrom(ROLE.options, values.role);
  const set = (name: keyof typeof values) => (value: string) => setValues((before) => ({ ...before, [name]: value }));

  const submit = () => {
    setTouched(true);
    if (!person || role === null || values.reason.trim() === '') return;
    // A person found by address is no one of the org yet: the address proves that they are known.
    const body = {
      org: org.id,
      user: person.id,
      ...(person.email === null ? {} : { email: person.email }),
      role,
      expiresAt: values.until === '' ? null : endOfDayIn(org.timeZone, values.until),
      extraKeys,
      reason: values.reason,
    };
    void run(body).then((outcome) => {
      if (outcome?.ok) onClose();
    });
  };

  return (
    <FormDialog
      title={`${t('accessAction.give.label')} · ${org.name}`}
      command="grant.give"
      label="accessAction.give.label"
      isRunning={isRunning}
      errorText={errorText}
      onSubmit={submit}
      onClose={onClose}
    >
      <PersonSelect
        label="access.person"
        value={person}
        onChange={setPerson}
        isMissing={touched && person === null}
        org={org.code}
        except={me?.user.id}
      />
      <FieldInput field={ROLE} value={values.role} isMissing={touched && role === null} onChange={set('role')} />
      <FieldInput field={untilField} value={values.until} isMissing={false} onChange={set('until')} />
      <p className="sv-faint">{t('access.untilHelp')}</p>
      <KeysSelect role={role} value={extraKeys} onChange={setExtraKeys} />
      <FieldInput field={reason} value={values.reason} isMissing={touched && values.reason.trim() === ''} onChange={set('reason')} />
    </FormDialog>
  );
}
