import { useMemo } from 'react';
import { useMe } from './me.ts';

/** The keys that the person holds in some org. */
export function useKeys(): ReadonlySet<string> {
  const me = useMe();
  return useMemo(() => new Set(me?.orgs.flatMap((org) => org.keys)), [me]);
}
