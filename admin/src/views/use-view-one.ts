import { useOne } from '@refinedev/core';
import { useCallback } from 'react';
import { errorIn, type ServerError } from '../api/server-error.ts';
import type { Decision, System } from '../api/types/shared.ts';
import { useCoreNode } from '../session/core-node.ts';
import type { ViewParams } from '../providers/data-provider.ts';
import type { DetailResource, DetailViews } from '../api/types/views.ts';

export interface ViewOne<Data> {
  data: Data | null;
  isLoading: boolean;
  error: ServerError | null;
  refetch: () => void;
}

function useOneOf<Data>(resource: string, id: string | null, params: ViewParams = {}): ViewOne<Data> {
  const coreNode = useCoreNode();
  const { query } = useOne<Record<string, unknown>>({
    resource,
    id: id ?? '',
    meta: { coreNode, params },
    liveMode: 'auto',
    errorNotification: false,
    queryOptions: { enabled: id !== null && id !== '' },
  });
  const { refetch } = query;
  return {
    data: (query.data?.data as Data | undefined) ?? null,
    isLoading: query.isPending && query.fetchStatus !== 'idle',
    error: query.error ? errorIn(query.error) : null,
    refetch: useCallback(() => void refetch(), [refetch]),
  };
}

/** One record with everything its panel shows, kept current by the live stream. */
export const useViewOne = <Resource extends DetailResource>(
  resource: Resource,
  id: string | null,
  params: ViewParams = {},
): ViewOne<DetailViews[Resource]> => useOneOf(resource, id, params);

/** Why a gate lets something through or not; asked anew when anything changes. */
export const useDecision = (system: System, gate: string, subject: string | null): ViewOne<Decision> =>
  useOneOf(`${system}/gates/${gate}`, subject);
