import { Select } from 'antd';
import type { GateView, PolicyRequirement } from '../../../api/types/rules.ts';
import { useText } from '../../../i18n/text.ts';
import { ProblemsAt } from './problems.tsx';
import { useRoleNames } from './role-names.ts';

interface LiftFormProps {
  gate: GateView;
  requirement: PolicyRequirement;
  place: string;
  onChange: (part: Partial<PolicyRequirement>) => void;
}

const named = (value: string) => ({ value, label: value });

/** Who can meet it, and the command that does. */
export function LiftForm({ gate, requirement, place, onChange }: LiftFormProps) {
  const { t } = useText();
  const roleNames = useRoleNames();
  const { lift } = requirement;
  return (
    <>
      <label className="sv-field">
        {t('rules.liftRoles')}
        <Select
          mode="multiple"
          value={lift.roles}
          options={gate.roles.map((role) => ({ value: role, label: roleNames([role]) }))}
          onChange={(roles: string[]) => onChange({ lift: { ...lift, roles } })}
        />
      </label>
      <label className="sv-field">
        {t('rules.liftKey')}
        <Select
          allowClear
          showSearch
          value={lift.key}
          options={gate.keys.map(named)}
          onChange={(key: string | undefined) => onChange({ lift: { ...lift, key: key ?? null } })}
        />
      </label>
      <ProblemsAt place={`${place}.lift`} />
      <label className="sv-field">
        {t('rules.command')}
        <Select
          allowClear
          showSearch
          value={requirement.command ?? null}
          options={gate.commands.map(named)}
          onChange={(command: string | undefined) => onChange({ command: command ?? null })}
        />
      </label>
      <ProblemsAt place={`${place}.command`} />
    </>
  );
}
