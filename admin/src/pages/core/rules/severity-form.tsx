import type { PolicyRequirement } from '../../../api/types/rules.ts';
import { useText } from '../../../i18n/text.ts';
import { ProblemsAt } from './problems.tsx';

interface SeverityFormProps {
  requirement: PolicyRequirement;
  place: string;
  onChange: (part: Partial<PolicyRequirement>) => void;
}

/** Whether it refuses while it is unmet, or only says so. */
export function SeverityForm({ requirement, place, onChange }: SeverityFormProps) {
  const { t } = useText();
  return (
    <>
      <label className="sv-field">
        {t('rules.severity')}
        <select
          className="sv-scope"
          data-testid="requirement-severity"
          value={requirement.severity ?? 'block'}
          // A warning holds nothing up, so there is nothing to override.
          onChange={({ target }) => onChange(target.value === 'warn' ? { severity: 'warn', overridable: false } : { severity: 'block' })}
        >
          <option value="block">{t('rules.severities.block')}</option>
          <option value="warn">{t('rules.severities.warn')}</option>
        </select>
      </label>
      <ProblemsAt place={`${place}.severity`} />
    </>
  );
}
