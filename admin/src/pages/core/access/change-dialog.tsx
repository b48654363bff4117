import { useState } from 'react';
import { reason } from '../../../actions/definition.ts';
import type { GrantRow } from '../../../api/types/core.ts';
import { FieldInput } from '../../../components/action/field-input.tsx';
import { useCommand } from '../../../components/action/use-command.ts';
import { todayIn } from '../../../format/times.ts';
import { endOfDayIn } from '../../../format/zoned-moment.ts';
import { useText } from '../../../i18n/text.ts';
import { zoneOf } from '../../../routing/scope.ts';
import { useMe } from '../../../session/me.ts';
import { untilField } from './fields.ts';
import { FormDialog } from '../../../components/action/form-dialog.tsx';
import { KeysSelect } from './keys-select.tsx';

/** Another end or other extra keys for a running grant. */
export function ChangeDialog({ grant, onClose }: { grant: GrantRow; onClose: () => void }) {
  const { t } = useText();
  const zone = zoneOf(useMe(), grant.org);
  const given = grant.expiresAt === null ? '' : todayIn(zone, new Date(grant.expiresAt));
  const [until, setUntil] = useState(given);
  const [extraKeys, setExtraKeys] = useState<string[]>(grant.extraKeys ?? []);
  const [why, setWhy] = useState('');
  const [touched, setTouched] = useState(false);
  const { run, isRunning, errorText } = useCommand('core', 'grant.change', 'accessAction.change.done');

  const submit = () => {
    setTouched(true);
    if (why.trim() === '') return;
    // An end that was not touched keeps its hour.
    const expiresAt = until === given ? grant.expiresAt : until === '' ? null : endOfDayIn(zone, until);
    void run({ grant: grant.id, expiresAt, extraKeys, reason: why }).then((outcome) => {
      if (outcome?.ok) onClose();
    });
  };

  return (
    <FormDialog
      title={`${grant.personName} · ${t(`role.${grant.role}`)} · ${grant.org}`}
      command="grant.change"
      label="words.save"
      isRunning={isRunning}
      errorText={errorText}
      onSubmit={submit}
      onClose={onClose}
    >
      <FieldInput field={untilField} value={until} isMissing={false} isFirst onChange={setUntil} />
      <p className="sv-faint">{t('access.untilHelp')}</p>
      <KeysSelect role={grant.role} value={extraKeys} onChange={setExtraKeys} />
      <FieldInput field={reason} value={why} isMissing={touched && why.trim() === ''} onChange={setWhy} />
    </FormDialog>
  );
}
