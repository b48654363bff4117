import type { System } from '../api/types/shared.ts';
import type { TextKey } from '../i18n/text-key.ts';
import type { PermissionKey } from '../session/permission-keys.ts';

export interface FieldOption {
  value: string;
  label: TextKey;
}

/** One thing that a command asks for before it runs. */
export interface ActionField {
  name: string;
  kind: 'text' | 'note' | 'date' | 'amount' | 'choice';
  label: TextKey;
  help?: TextKey;
  required?: boolean;
  options?: readonly FieldOption[];
}

/** A button: which command it runs, who may, and what it asks first. */
export interface ActionDefinition {
  command: string;
  system: System;
  key: PermissionKey;
  label: TextKey;
  done: TextKey;
  /** Said in the dialog before a dangerous act. */
  consequence?: TextKey;
  danger?: boolean;
  /** Asks "are you sure" even without fields. */
  confirm?: boolean;
  fields?: readonly ActionField[];
  /** Puts the fields into an object of this name instead of the body itself. */
  fieldsIn?: 'override';
}

const CRM_REASONS = ['customer_relationship', 'management_decision', 'payment_in_transit', 'data_correction', 'operational_need'] as const;
const WMS_REASONS = ['recount', 'label_error', 'urgent_shipment', 'carrier_issue', 'management_decision'] as const;

export const reason: ActionField = { name: 'reason', kind: 'note', label: 'field.reason', required: true };
export const note: ActionField = { name: 'note', kind: 'note', label: 'field.note' };
export const requiredNote: ActionField = { ...note, required: true };

const overrideFields = (options: readonly FieldOption[]): readonly ActionField[] => [
  { name: 'reasonCode', kind: 'choice', label: 'field.reasonCode', required: true, options },
  { name: 'note', kind: 'note', label: 'field.reason', required: true },
];
export const crmOverride = overrideFields(CRM_REASONS.map((value) => ({ value, label: `reasonCode.${value}` as const })));
export const wmsOverride = overrideFields(WMS_REASONS.map((value) => ({ value, label: `reasonCode.${value}` as const })));
