import { useEffect, useMemo } from 'react';
import { useLocation, useSearchParams } from 'react-router';
import type { Me, OrgOfMe } from '../api/types/me.ts';
import { holdsKey, useMe } from '../session/me.ts';
import { keepOwn, readOwn } from '../session/own-storage.ts';

/** Active Org (the default) or All Orgs, for those who hold several orgs and the key (architecture §4). */
export type Scope = { kind: 'active'; org: OrgOfMe } | { kind: 'all'; org: OrgOfMe } | { kind: 'none' };

const STORED_AS = 'org';
export const ALL_ORGS = 'all';

export const mayScopeAll = (me: Me): boolean => me.orgs.length > 1 && (me.isAdmin || holdsKey(me, 'scope:all_orgs', null));

export function scopeFrom(me: Me | null, wanted: string | null): Scope {
  const stored = readOwn<string>(STORED_AS);
  const orgs = me?.orgs ?? [];
  const fallback = orgs.find((org) => org.code === stored) ?? orgs[0];
  if (!me || !fallback) return { kind: 'none' };
  if (wanted === ALL_ORGS && mayScopeAll(me)) return { kind: 'all', org: fallback };
  return { kind: 'active', org: orgs.find((org) => org.code === wanted) ?? fallback };
}

export interface ScopeInUrl {
  scope: Scope;
  /** As the views want it. */
  params: { scope?: 'active' | 'all'; org?: string };
  isAll: boolean;
  choose: (orgCode: string) => void;
}

export function useScope(): ScopeInUrl {
  const me = useMe();
  const [search, setSearch] = useSearchParams();
  const wanted = search.get('org');
  return useMemo(() => {
    const scope = scopeFrom(me, wanted);
    return {
      scope,
      isAll: scope.kind === 'all',
      params: scope.kind === 'all' ? { scope: 'all' } : scope.kind === 'active' ? { scope: 'active', org: scope.org.code } : {},
      choose(orgCode) {
        if (orgCode !== ALL_ORGS) keepOwn(STORED_AS, orgCode);
        setSearch((before) => {
          const next = new URLSearchParams(before);
          next.set('org', orgCode);
          next.delete('open');
          return next;
        });
      },
    };
  }, [me, wanted, setSearch]);
}

/** Who has several organisations always has the one looked at in the address: a link that is passed on opens the same. */
export function useScopeInAddress(): void {
  const me = useMe();
  const { pathname } = useLocation();
  const [search, setSearch] = useSearchParams();
  const scope = scopeFrom(me, search.get('org'));
  const isMissing = me !== null && me.orgs.length > 1 && search.get('org') === null;
  // The first page only sends on to another; staying there with a longer address would undo that.
  const missing = isMissing && scope.kind === 'active' && pathname !== '/' ? scope.org.code : null;
  useEffect(() => {
    if (missing === null) return;
    setSearch(
      (before) => {
        const next = new URLSearchParams(before);
        next.set('org', missing);
        return next;
      },
      { replace: true },
    );
  }, [missing, setSearch]);
}

/** A link to another page keeps the scope and nothing else. */
export function useScopedPath(): (path: string) => string {
  const [search] = useSearchParams();
  const org = search.get('org');
  return (path) => (org === null ? path : `${path}${path.includes('?') ? '&' : '?'}org=${encodeURIComponent(org)}`);
}

/** The time zone of an org's rows; Istanbul where the org is not known yet. */
export function zoneOf(me: Me | null, orgCode: string | null): string {
  return me?.orgs.find((org) => org.code === orgCode)?.timeZone ?? me?.orgs[0]?.timeZone ?? 'Europe/Istanbul';
}
