import { useInfiniteList } from '@refinedev/core';
import { keepPreviousData } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import { errorIn, type ServerError } from '../api/server-error.ts';
import type { ListResource, ListViews } from '../api/types/views.ts';
import { useCoreNode } from '../session/core-node.ts';
import type { HostedSystem } from '../session/nodes.ts';
import type { ViewParams } from '../providers/data-provider.ts';

const PAGE_SIZE = 50;

export interface ViewList<Row> {
  rows: Row[];
  /** No rows yet, not even of the choice before. */
  isLoading: boolean;
  /** The rows shown belong to the choice before this one. */
  isPrevious: boolean;
  error: ServerError | null;
  hasMore: boolean;
  isLoadingMore: boolean;
  loadMore: () => void;
  refetch: () => void;
  updatedAt: number;
}

interface Options {
  enabled?: boolean;
  pageSize?: number;
  /** The node that a view of `core` is read from; left out, the one the page looks at. */
  coreNode?: HostedSystem | null;
}

/** A keyset list of a view, kept current by the live stream. */
export function useViewList<Resource extends ListResource>(
  resource: Resource,
  params: ViewParams,
  options: Options = {},
): ViewList<ListViews[Resource]> {
  const lookedAt = useCoreNode();
  const coreNode = options.coreNode === undefined ? lookedAt : options.coreNode;
  const { query } = useInfiniteList<ListViews[Resource]>({
    resource,
    pagination: { pageSize: options.pageSize ?? PAGE_SIZE },
    meta: { params, coreNode },
    liveMode: 'auto',
    errorNotification: false,
    queryOptions: {
      enabled: options.enabled ?? true,
      placeholderData: keepPreviousData,
      getNextPageParam: (last) => (last['cursor'] as { next?: string } | undefined)?.next,
    },
  });
  const { data, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } = query;
  const rows = useMemo(() => data?.pages.flatMap((page) => page.data) ?? [], [data]);
  const loadMore = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);
  return {
    rows,
    isLoading: query.isPending && query.fetchStatus !== 'idle',
    isPrevious: query.isPlaceholderData,
    error: query.error ? errorIn(query.error) : null,
    hasMore: hasNextPage,
    isLoadingMore: isFetchingNextPage,
    loadMore,
    refetch: useCallback(() => void refetch(), [refetch]),
    updatedAt: query.dataUpdatedAt,
  };
}
