import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import type { OrgOfMe } from '../../api/types/me.ts';
import { useText } from '../../i18n/text.ts';
import type { TextKey } from '../../i18n/text-key.ts';
import { useScope } from '../../routing/scope.ts';
import { useMe } from '../../session/me.ts';
import type { PermissionKey } from '../../session/permission-keys.ts';
import { EmptyState } from '../state/empty-state.tsx';

/** Where the answer stands in the address, so that a link can bring it along. */
export const IN_ORG = 'in';

/**
 * Which organisation something new is for: the active one; while all are looked at, the one that is
 * chosen here, never one that is guessed (architecture §4).
 */
export function AskOrg({
  title,
  permission,
  children,
}: {
  title: TextKey;
  permission: PermissionKey;
  children: (org: OrgOfMe) => ReactNode;
}) {
  const { t } = useText();
  const { scope } = useScope();
  const me = useMe();
  const [search, setSearch] = useSearchParams();
  const able = me?.orgs.filter((org) => org.keys.includes(permission)) ?? [];
  const chosen = able.find((org) => org.code === search.get(IN_ORG));
  if (chosen) return children(chosen);
  if (scope.kind === 'active') return children(scope.org);
  if (able.length === 0) return <EmptyState title={t('states.noOrg')} why={t('states.noOrgWhy')} />;
  const choose = (code: string) => {
    setSearch((before) => {
      const next = new URLSearchParams(before);
      next.set(IN_ORG, code);
      return next;
    });
  };
  return (
    <div className="sv-stack" data-testid="ask-org">
      <h1>{t(title)}</h1>
      <p className="sv-soft">{t('shell.whichOrg')}</p>
      <div className="sv-row is-wrap">
        {able.map((org, index) => (
          <Button key={org.id} size="large" autoFocus={index === 0} data-testid={`ask-org-${org.code}`} onClick={() => choose(org.code)}>
            {org.code} · {org.name}
          </Button>
        ))}
      </div>
    </div>
  );
}
