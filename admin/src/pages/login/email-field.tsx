import { Input } from 'antd';
import { useId } from 'react';
import { useText } from '../../i18n/text.ts';

interface EmailFieldProps {
  value: string;
  isFirst: boolean;
  testId: string;
  onChange: (value: string) => void;
}

/** The address somebody signs in with; password managers fill it in. */
export function EmailField({ value, isFirst, testId, onChange }: EmailFieldProps) {
  const { t } = useText();
  const id = useId();
  return (
    <div className="sv-field">
      <label htmlFor={id}>{t('login.email')}</label>
      <Input
        id={id}
        type="email"
        size="large"
        autoComplete="username"
        autoFocus={isFirst}
        value={value}
        data-testid={testId}
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  );
}
