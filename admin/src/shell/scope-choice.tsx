import { Select } from 'antd';
import { useText } from '../i18n/text.ts';
import { ALL_ORGS, mayScopeAll, useScope } from '../routing/scope.ts';
import { useMe } from '../session/me.ts';

/** Active Org, or All Orgs for those who hold the key. */
export function ScopeChoice() {
  const { t } = useText();
  const me = useMe();
  const { scope, choose } = useScope();
  if (!me || scope.kind === 'none') return null;
  const options = me.orgs.map((org) => ({ value: org.code, label: `${org.code} · ${org.name}`, short: org.code }));
  if (mayScopeAll(me)) options.push({ value: ALL_ORGS, label: t('shell.allOrgs'), short: t('shell.allOrgs') });
  if (options.length === 1) {
    return (
      <span className="sv-scope-one" title={scope.org.name}>
        {scope.org.code}
      </span>
    );
  }
  return (
    <Select
      className="sv-scope"
      aria-label={t('shell.scope')}
      data-testid="scope"
      variant="filled"
      popupMatchSelectWidth={false}
      value={scope.kind === 'all' ? ALL_ORGS : scope.org.code}
      options={options}
      optionLabelProp="short"
      onChange={choose}
    />
  );
}
