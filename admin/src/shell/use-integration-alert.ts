import type { IntegrationAlert } from '../api/types/core.ts';
import { useScope } from '../routing/scope.ts';
import { useRoles } from '../session/use-roles.ts';
import { useViewList } from '../views/use-view-list.ts';

/** What of the traffic between the systems needs an administrator; null for everybody else. */
export function useIntegrationAlert(): IntegrationAlert | null {
  const { params } = useScope();
  const isAdmin = useRoles().has('admin');
  const { rows } = useViewList('core/integration-alert', params, { enabled: isAdmin });
  return isAdmin ? (rows[0] ?? null) : null;
}
