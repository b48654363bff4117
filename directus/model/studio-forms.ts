import { PERMISSION_KEYS, PINNED_KEYS, type PermissionKey } from '../access/permission-keys.ts';

interface FormMeta {
  readonly interface?: string;
  readonly options?: object;
  readonly readonly?: boolean;
  readonly conditions?: readonly object[];
}

/** Keys that may be given to a person by name. */
const GIVEABLE = (Object.keys(PERMISSION_KEYS) as PermissionKey[]).filter((key) => !PINNED_KEYS.includes(key));

/** What is chosen when a row is made and never changes afterwards. Who gave it tells a new row from a made one: the Studio fills in the id beforehand. */
const ONLY_AT_FIRST: FormMeta = {
  conditions: [{ name: 'made', rule: { granted_by: { _nnull: true } }, readonly: true, hidden: false, required: false, options: {} }],
};

/** How the Studio's form of a collection differs from what the fields say by themselves: grants alone are written there (ADR 0085). */
const FORMS: Readonly<Record<string, FormMeta>> = {
  'core_org_grant.org': { ...ONLY_AT_FIRST },
  'core_org_grant.user': { ...ONLY_AT_FIRST, options: { template: '{{first_name}} {{last_name}} · {{email}}', filter: { status: { _eq: 'active' } } } },
  'core_org_grant.role': { ...ONLY_AT_FIRST },
  'core_org_grant.starts_at': { ...ONLY_AT_FIRST },
  'core_org_grant.extra_keys': {
    interface: 'select-multiple-dropdown',
    options: { choices: GIVEABLE.map((key) => ({ text: key, value: key })), allowOther: false },
  },
  'core_org_grant.on_behalf_of': { readonly: true },
  'core_org_grant.granted_by': { readonly: true },
};

export const studioForm = (collection: string, field: string): FormMeta => FORMS[`${collection}.${field}`] ?? {};
