import { Select } from 'antd';
import { useId } from 'react';
import { isOfOtherSide, isPinned } from '../../../../../directus/access/permission-keys.ts';
import type { Role } from '../../../api/types/shared.ts';
import { useText } from '../../../i18n/text.ts';
import { PERMISSION_KEYS, type PermissionKey } from '../../../session/permission-keys.ts';

interface KeysSelectProps {
  role: Role | null;
  value: readonly string[];
  onChange: (keys: string[]) => void;
}

/** Keys on top of what the role carries; those that nobody can be given are not offered. */
export function KeysSelect({ role, value, onChange }: KeysSelectProps) {
  const { t } = useText();
  const id = useId();
  const keys = (Object.keys(PERMISSION_KEYS) as PermissionKey[]).filter(
    (key) => !isPinned(key) && (role === null || !isOfOtherSide(key, role)),
  );
  return (
    <div className="sv-field">
      <label htmlFor={id}>
        {t('access.extraKeys')} <span className="sv-faint">{t('words.optional')}</span>
      </label>
      <Select
        id={id}
        mode="multiple"
        data-testid="field-extraKeys"
        value={[...value]}
        options={keys.map((key) => ({ value: key, label: key }))}
        onChange={(chosen: string[]) => onChange(chosen)}
      />
    </div>
  );
}
