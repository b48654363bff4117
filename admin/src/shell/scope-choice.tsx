import type { OrgOfMe } from '../api/types/me.ts';
import { useText } from '../i18n/text.ts';
import { ALL_ORGS, mayScopeAll, useScope } from '../routing/scope.ts';
import { useMe } from '../session/me.ts';

/** Active Org, or All Orgs for those who hold the key. */
export function ScopeChoice() {
  const { t } = useText();
  const me = useMe();
  const { scope, choose } = useScope();
  if (!me || scope.kind === 'none') return null;
  const mayAll = mayScopeAll(me);
  if (me.orgs.length === 1 && !mayAll) {
    return (
      <span className="sv-scope-one" title={scope.org.name}>
        <OrgColor org={scope.org} />
        {scope.org.code}
        <span className="sv-hide-phone"> · {scope.org.name}</span>
      </span>
    );
  }
  return (
    <>
      {scope.kind === 'active' && <OrgColor org={scope.org} />}
      <select
        className="sv-scope"
        aria-label={t('shell.scope')}
        data-testid="scope"
        value={scope.kind === 'all' ? ALL_ORGS : scope.org.code}
        onChange={(event) => choose(event.target.value)}
      >
        {me.orgs.map((org) => (
          <option key={org.code} value={org.code}>
            {org.code} · {org.name}
          </option>
        ))}
        {mayAll && <option value={ALL_ORGS}>{t('shell.allOrgs')}</option>}
      </select>
    </>
  );
}

/** The colour an organisation chose for itself; its name always stands beside it. */
function OrgColor({ org }: { org: OrgOfMe }) {
  return org.brandColor === null ? null : (
    <span className="sv-swatch" style={{ background: org.brandColor }} data-testid="org-color" data-org={org.code} aria-hidden />
  );
}
