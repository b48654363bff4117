import { useState } from 'react';
import { chosenFrom, reason } from '../../../actions/definition.ts';
import type { LendableRow, PersonRow } from '../../../api/types/core.ts';
import { FieldInput } from '../../../components/action/field-input.tsx';
import { useCommand } from '../../../components/action/use-command.ts';
import { todayIn } from '../../../format/times.ts';
import { endOfDayIn, zonedMoment } from '../../../format/zoned-moment.ts';
import { useText } from '../../../i18n/text.ts';
import { zoneOf } from '../../../routing/scope.ts';
import { useMe } from '../../../session/me.ts';
import { fromField, roleField, untilField } from './fields.ts';
import { FormDialog } from '../../../components/action/form-dialog.tsx';
import { PersonSelect } from './person-select.tsx';

/** Lends an own role to a colleague, from a day to a day. */
export function LendDialog({ roles, onClose }: { roles: readonly LendableRow[]; onClose: () => void }) {
  const { t } = useText();
  const me = useMe();
  const org = roles[0]?.org ?? '';
  const zone = zoneOf(me, org);
  const ofOrg = roles.filter((row) => row.org === org);
  const [person, setPerson] = useState<PersonRow | null>(null);
  const [values, setValues] = useState<Record<string, string>>({ role: ofOrg[0]?.role ?? '', from: todayIn(zone), until: '', reason: '' });
  const [touched, setTouched] = useState(false);
  const { run, isRunning, errorText } = useCommand('core', 'role.delegate', 'accessAction.lend.done');
  const choice = roleField(ofOrg.map((row) => row.role));
  const role = chosenFrom(choice.options, values['role']);
  const fields = [choice, fromField, { ...untilField, required: true }, reason];
  const missing = fields.filter((field) => field.required && !values[field.name]?.trim());

  const submit = () => {
    setTouched(true);
    const { from = '', until = '', reason: why = '' } = values;
    const orgId = ofOrg[0]?.orgId;
    if (!person || !role || !orgId || missing.length > 0) return;
    const body = {
      org: orgId,
      role,
      to: person.id,
      // From today on means from now on.
      ...(from === '' || from <= todayIn(zone) ? {} : { startsAt: zonedMoment(from, '00:00:00', zone) }),
      until: endOfDayIn(zone, until),
      reason: why,
    };
    void run(body).then((outcome) => {
      if (outcome?.ok) onClose();
    });
  };

  return (
    <FormDialog
      title={`${t('accessAction.lend.label')} · ${org}`}
      command="role.delegate"
      label="accessAction.lend.label"
      isRunning={isRunning}
      errorText={errorText}
      onSubmit={submit}
      onClose={onClose}
    >
      <p className="sv-soft">{t('access.lendWhy')}</p>
      <PersonSelect
        label="access.lendTo"
        value={person}
        onChange={setPerson}
        isMissing={touched && person === null}
        org={org}
        except={me?.user.id}
      />
      {fields.map((field) => (
        <FieldInput
          key={field.name}
          field={field}
          value={values[field.name] ?? ''}
          isMissing={touched && missing.includes(field)}
          onChange={(value) => setValues((before) => ({ ...before, [field.name]: value }))}
        />
      ))}
    </FormDialog>
  );
}
