import type { ApiClient } from '@selvedge/seed/client.ts';
import { ApiError } from '@selvedge/seed/client.ts';
import { randomUUID } from 'node:crypto';

export interface BulkAnswer {
  readonly results: readonly { readonly item: string; readonly ok: boolean; readonly data?: Record<string, unknown>; readonly error?: { code: string } }[];
  readonly succeeded: number;
  readonly failed: number;
}

/** Commands and views of the node itself, as a person on the node that hosts a system. */
export function asCore(system: 'crm' | 'wms', person: ApiClient) {
  const answer = async <T>(response: Response): Promise<T> => {
    const body = (await response.json()) as T & { error?: { code: string; message: string; details?: Record<string, unknown> } };
    if (!response.ok) throw new ApiError(response.status, body.error ?? { code: 'UNKNOWN', message: JSON.stringify(body) });
    return body;
  };
  return {
    view: async <T>(name: string, query: Record<string, string> = {}): Promise<{ data: T; nextCursor?: string | null }> =>
      answer(await person.raw(system, `/core/views/${name}?${new URLSearchParams(query).toString()}`)),
    command: async <T = Record<string, unknown>>(name: string, body: object, options: { key?: string; dryRun?: boolean } = {}): Promise<T> => {
      const response = await person.raw(system, `/core/commands/${name}${options.dryRun ? '?dry_run=true' : ''}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'idempotency-key': options.key ?? randomUUID() },
        body: JSON.stringify(body),
      });
      return (await answer<{ data: T }>(response)).data;
    },
  };
}
