import type { QueryClient } from '@tanstack/react-query';
import type { System } from '../api/types/shared.ts';

/** After an own command everything shown of that system is asked again, without waiting for the stream. */
export function refetchSystem(client: QueryClient, system: System): Promise<void> {
  return client.invalidateQueries({
    predicate: (query) => query.queryKey.some((part) => typeof part === 'string' && part.startsWith(`${system}/`)),
    refetchType: 'active',
  });
}
