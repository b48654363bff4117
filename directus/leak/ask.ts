import type { Person } from './person.ts';

export interface Answer {
  readonly status: number;
  readonly text: string;
}

/** A node as a person sees it. */
export interface Door {
  readonly url: string;
  readonly person: Person;
}

const JSON_TYPE = { 'content-type': 'application/json' };

/** One request as that person. */
export async function ask(
  { url, person }: Door,
  path: string,
  init: { method?: string; body?: object; form?: FormData; headers?: Record<string, string> } = {},
): Promise<Answer> {
  const response = await fetch(`${url}${path}`, {
    method: init.method ?? 'GET',
    headers: { authorization: `Bearer ${person.token}`, ...(init.body && JSON_TYPE), ...init.headers },
    ...(init.body && { body: JSON.stringify(init.body) }),
    ...(init.form && { body: init.form }),
  });
  return { status: response.status, text: await response.text() };
}

/** An answer without what differs by nature: the id that was asked for and the request's own. */
export const anonymous = ({ status, text }: Answer, ...askedFor: readonly string[]): string =>
  `${status} ${askedFor.reduce((rest, id) => rest.replaceAll(id, '…'), text).replaceAll(/"requestId":"[^"]+"/g, '"requestId":"…"')}`;

/** The rows of an answer; none where it was refused. */
export function rowsOf<R = Record<string, unknown>>({ status, text }: Answer): R[] {
  if (status !== 200) return [];
  const { data } = JSON.parse(text) as { data: R[] | R | null };
  return Array.isArray(data) ? data : data === null ? [] : [data];
}
