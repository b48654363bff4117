import { useEffect } from 'react';
import type { IntegrationAlert } from '../api/types/core.ts';
import { useScope } from '../routing/scope.ts';
import { nodesToChoose } from '../session/core-node.ts';
import type { HostedSystem } from '../session/nodes.ts';
import { refreshSession, useSession } from '../session/session-store.ts';
import { homeSystem } from '../session/me.ts';
import { useRoles } from '../session/use-roles.ts';
import { useViewList } from '../views/use-view-list.ts';

export interface NodeAlert extends IntegrationAlert {
  /** The node it is about, as an address names it; null is the one that served the app. */
  node: HostedSystem | null;
}

/** What of the traffic needs an administrator, at every node they are signed in at; empty for everybody else. */
export function useNodeAlerts(): NodeAlert[] {
  const { params } = useScope();
  const isAdmin = useRoles().has('admin');
  const other = nodesToChoose()[1] ?? null;
  const session = useSession(other ?? homeSystem());
  const isToAsk = isAdmin && other !== null && session.kind === 'unknown';
  useEffect(() => {
    if (isToAsk) void refreshSession(other);
  }, [isToAsk, other]);
  const here = useViewList('core/integration-alert', params, { enabled: isAdmin, coreNode: null });
  const there = useViewList('core/integration-alert', params, {
    enabled: isAdmin && other !== null && session.kind === 'in',
    coreNode: other,
  });
  if (!isAdmin) return [];
  return [
    ...here.rows.slice(0, 1).map((alert) => ({ ...alert, node: null })),
    ...(other === null ? [] : there.rows.slice(0, 1).map((alert) => ({ ...alert, node: other }))),
  ];
}
