import type { World } from './world.ts';

export interface StudioAnswer {
  readonly status: number;
  readonly data: unknown;
  /** Code and sentence of the first error. */
  readonly code: string | undefined;
  readonly message: string | undefined;
}

type Method = 'POST' | 'PATCH' | 'DELETE';

async function answerOf(response: Response): Promise<StudioAnswer> {
  const text = await response.text();
  const { data, errors } = (text === '' ? {} : JSON.parse(text)) as { data?: unknown; errors?: { message: string; extensions: { code: string } }[] };
  return { status: response.status, data, code: errors?.[0]?.extensions.code, message: errors?.[0]?.message };
}

const asJson = (method: Method, body: unknown): RequestInit => ({
  method,
  headers: { 'content-type': 'application/json' },
  ...(body !== undefined && { body: JSON.stringify(body) }),
});

/** Writes of grants as the Studio sends them, by a person on the node of a system. */
export const inStudio =
  (world: World, email: string, system: 'crm' | 'wms' = 'crm') =>
  async (method: Method, path: string, body?: unknown): Promise<StudioAnswer> =>
    answerOf(await world.as(email).raw(system, `/items/core_org_grant${path}`, asJson(method, body)));

/** The same with the session cookie of a browser, from a page of some origin. */
export async function withCookie(world: World, email: string, password: string) {
  const base = world.addresses.crm;
  const login = await fetch(`${base}/auth/login`, asJson('POST', { email, password, mode: 'session' }));
  const [cookie = ''] = login.headers.getSetCookie().map((one) => one.slice(0, one.indexOf(';')));
  return async (origin: string | null, body: unknown): Promise<StudioAnswer> => {
    const init = asJson('POST', body);
    return answerOf(
      await fetch(`${base}/items/core_org_grant`, {
        ...init,
        headers: { 'content-type': 'application/json', cookie, ...(origin !== null && { origin }) },
      }),
    );
  };
}
