import { useState } from 'react';
import { note as noteField } from '../../../actions/definition.ts';
import type { CustomerView } from '../../../api/types/crm.ts';
import { FieldInput } from '../../../components/action/field-input.tsx';
import { FormDialog } from '../../../components/action/form-dialog.tsx';
import { useCommand } from '../../../components/action/use-command.ts';
import { useText } from '../../../i18n/text.ts';
import { LimitFields, useTypedLimits } from './limit-fields.tsx';

/** Approves a customer and sets the limits, one per currency; an empty one sets none. */
export function ApproveDialog({ view, onClose }: { view: CustomerView; onClose: () => void }) {
  const { t } = useText();
  const [note, setNote] = useState('');
  const limits = useTypedLimits(view.limits);
  const { run, isRunning, errorText } = useCommand('crm', 'customer.approve', 'action.customer.approve.done');

  const submit = () => {
    if (limits.hasBad) return;
    const body = {
      profile: view.profile.id,
      ...(note.trim() === '' ? {} : { note: note.trim() }),
      ...(limits.read.length === 0 ? {} : { limits: limits.read }),
    };
    void run(body).then((outcome) => {
      if (outcome?.ok) onClose();
    });
  };
  return (
    <FormDialog
      title={t('customers.approveTitle', { name: view.profile.name })}
      command="customer.approve"
      label="action.customer.approve.label"
      isRunning={isRunning}
      errorText={errorText}
      onSubmit={submit}
      onClose={onClose}
    >
      {view.profile.paymentMode === 'credit' && <LimitFields limits={limits} />}
      <FieldInput field={noteField} value={note} isMissing={false} onChange={setNote} />
    </FormDialog>
  );
}
