import { useMemo } from 'react';
import type { Role } from '../api/types/shared.ts';
import { rolesOf, useMe } from './me.ts';

export function useRoles(): ReadonlySet<Role> {
  const me = useMe();
  return useMemo(() => (me ? rolesOf(me) : new Set<Role>()), [me]);
}
