import { useCan } from '@refinedev/core';
import type { System } from '../api/types/shared.ts';
import type { PermissionKey } from './permission-keys.ts';

/** Whether the person holds a key in an org, or in any when none is given. */
export function useHolds(system: System, key: PermissionKey, org?: string): boolean {
  const { data } = useCan({ resource: system, action: key, params: org === undefined ? {} : { org } });
  return data?.can ?? false;
}
