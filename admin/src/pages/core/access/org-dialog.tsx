import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { CURRENCY_OPTIONS } from '../../../actions/currency-options.ts';
import { chosenFrom, type FieldOf } from '../../../actions/definition.ts';
import type { InputOf } from '../../../api/commands.ts';
import type { OrgRow } from '../../../api/types/core.ts';
import { FieldInput } from '../../../components/action/field-input.tsx';
import { useCommand } from '../../../components/action/use-command.ts';
import { useText } from '../../../i18n/text.ts';
import { refreshSession } from '../../../session/session-store.ts';
import { refetchSystem } from '../../../views/refetch-system.ts';
import { FormDialog } from '../../../components/action/form-dialog.tsx';

type OrgField = FieldOf<InputOf<'crm', 'org.create'>> | FieldOf<InputOf<'crm', 'org.edit'>>;

const CODE: OrgField = { name: 'code', kind: 'text', label: 'access.orgCode', required: true };
const FIELDS: readonly OrgField[] = [
  { name: 'name', kind: 'text', label: 'field.name', required: true },
  {
    name: 'currency',
    kind: 'choice',
    label: 'field.currency',
    required: true,
    options: CURRENCY_OPTIONS,
  },
  { name: 'timeZone', kind: 'text', label: 'access.timeZone', required: true },
  { name: 'senderEmail', kind: 'text', label: 'access.senderEmail' },
  { name: 'brandColor', kind: 'text', label: 'access.brandColor' },
];
/** A new organisation starts with what everybody starts with. */
const PRICING: readonly OrgField[] = [
  { name: 'priceStaleDays', kind: 'amount', label: 'access.priceStaleDays', required: true },
  { name: 'allowedDiscountPercent', kind: 'amount', label: 'access.allowedDiscountPercent', required: true },
];

interface OrgDialogProps {
  /** null founds a new one. */
  org: OrgRow | null;
  /** An org one manages, from which a new one is founded. */
  from: string;
  onClose: () => void;
}

/** Founds or edits an organisation; both systems know of it at once. */
export function OrgDialog({ org, from, onClose }: OrgDialogProps) {
  const { t } = useText();
  const client = useQueryClient();
  const [values, setValues] = useState<Record<string, string>>({
    code: '',
    name: org?.name ?? '',
    currency: org?.currency ?? 'TRY',
    timeZone: org?.timeZone ?? 'Europe/Istanbul',
    senderEmail: org?.senderEmail ?? '',
    brandColor: org?.brandColor ?? '',
    priceStaleDays: String(org?.priceStaleDays ?? ''),
    allowedDiscountPercent: org?.allowedDiscountPercent ?? '',
  });
  const [touched, setTouched] = useState(false);
  const command = org ? 'org.edit' : 'org.create';
  const { run, isRunning, errorText } = useCommand('crm', command, org ? 'accessAction.editOrg.done' : 'accessAction.createOrg.done');
  const fields = org ? [...FIELDS, ...PRICING] : [CODE, ...FIELDS];
  const missing = fields.filter((field) => field.required && !values[field.name]?.trim());

  const submit = () => {
    setTouched(true);
    const { code = '', name = '', timeZone = '', senderEmail, brandColor, priceStaleDays, allowedDiscountPercent = '' } = values;
    const currency = chosenFrom(CURRENCY_OPTIONS, values['currency']);
    if (missing.length > 0 || currency === null) return;
    const body = { name, currency, timeZone, senderEmail: senderEmail || null, brandColor: brandColor || null };
    const pricing = { priceStaleDays: Number(priceStaleDays), allowedDiscountPercent };
    void run(org ? { org: org.id, ...body, ...pricing } : { from, code: code.trim().toUpperCase(), ...body }).then((outcome) => {
      if (!outcome?.ok) return;
      // The list is of the core, and the new org stands among one's own.
      void Promise.all([refetchSystem(client, 'core'), refreshSession('core')]);
      onClose();
    });
  };

  return (
    <FormDialog
      title={org ? org.code : t('access.newOrg')}
      command={command}
      label={org ? 'words.save' : 'accessAction.createOrg.label'}
      isRunning={isRunning}
      errorText={errorText}
      onSubmit={submit}
      onClose={onClose}
    >
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
    </FormDialog>
  );
}
