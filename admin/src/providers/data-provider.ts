import type { DataProvider, GetListResponse, GetOneResponse } from '@refinedev/core';
import { request } from '../api/http.ts';
import { errorIn } from '../api/server-error.ts';
import type { Page, System } from '../api/types/shared.ts';
import { baseOf, type HostedSystem } from '../session/nodes.ts';
import { sessionEnded } from '../session/session-store.ts';
import { systemOf } from './system-of.ts';

/** Query string values of a view; empty ones are left out. */
export type ViewParams = Record<string, string | number | null | undefined>;

export function queryOf(params: ViewParams): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(params)) {
    if (value !== null && value !== undefined && value !== '') query.set(name, String(value));
  }
  const written = query.toString();
  return written === '' ? '' : `?${written}`;
}

/** What a reading hook says beside the resource. */
interface ViewMeta {
  /** The node whose `core` is read; left out, the one that served the app. */
  coreNode?: HostedSystem | null;
  queryContext?: { signal?: AbortSignal };
}

/** A resource is `<system>/<view>`, or `<system>/gates/<gate>` for an explained decision. */
function addressOf(resource: string, params: ViewParams, coreNode: HostedSystem | null): { system: System; url: string } {
  const [head, ...rest] = resource.split('/');
  const system = systemOf(head);
  const [view, gate] = rest;
  const path = view === 'gates' && gate !== undefined ? `gates/${gate}/explain` : `views/${rest.join('/')}`;
  return { system, url: `${baseOf(system, coreNode)}/${system}/${path}${queryOf(params)}` };
}

async function read<Answer>(resource: string, params: ViewParams, meta: ViewMeta | undefined): Promise<Answer> {
  const coreNode = meta?.coreNode ?? null;
  const { system, url } = addressOf(resource, params, coreNode);
  try {
    return await request<Answer>(url, { signal: meta?.queryContext?.signal });
  } catch (thrown) {
    if (errorIn(thrown).status === 401) sessionEnded(coreNode ?? system);
    throw thrown;
  }
}

/** A record is asked for by id, a loss by its grant, a gate by its name, an order by its PO code as well (`po:<code>`), a gate by its subject. */
function identity(resource: string, id: string): ViewParams {
  if (resource.includes('/gates/')) return { subject: id };
  if (resource === 'core/loses') return { grant: id };
  if (resource === 'core/gate') return { gate: id };
  return id.startsWith('po:') ? { po: id.slice(3) } : { id };
}

const refused = (): never => {
  throw new Error('State changes through commands only.');
};

/** Reads go to the views; there are no writes, because commands are the only way in. */
export const dataProvider: DataProvider = {
  async getList({ resource, pagination, meta }) {
    const cursor = typeof pagination?.currentPage === 'string' ? (pagination.currentPage as string) : undefined;
    const page = await read<Page<never>>(
      resource,
      { ...(meta?.['params'] as ViewParams | undefined), limit: pagination?.pageSize, cursor },
      meta,
    );
    const answer: GetListResponse<never> = { data: page.data, total: page.data.length, cursor: { next: page.nextCursor ?? undefined } };
    return answer;
  },
  async getOne({ resource, id, meta }) {
    return await read<GetOneResponse<never>>(
      resource,
      { ...identity(resource, String(id)), ...(meta?.['params'] as ViewParams | undefined) },
      meta,
    );
  },
  create: refused,
  update: refused,
  deleteOne: refused,
  getApiUrl: () => baseOf('crm'),
};
