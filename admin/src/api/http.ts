import { noAnswer, RequestFailed, serverErrorFrom } from './server-error.ts';

/** How long anything that is asked of a node is waited for. */
export const TIMEOUT_MS = 30_000;

interface RequestOptions {
  method?: 'GET' | 'POST';
  body?: unknown;
  headers?: Record<string, string>;
  signal?: AbortSignal | undefined;
}

async function parsed(response: Response): Promise<unknown> {
  const payload = await response.text();
  if (payload === '') return undefined;
  try {
    return JSON.parse(payload) as unknown;
  } catch {
    return undefined;
  }
}

/**
 * One request with the session cookie.
 * @returns the parsed JSON body
 * @throws RequestFailed  with status 0 when no answer came within 30 s
 */
export async function request<Answer>(url: string, options: RequestOptions = {}): Promise<Answer> {
  const timeout = AbortSignal.timeout(TIMEOUT_MS);
  const init: RequestInit = {
    method: options.method ?? 'GET',
    credentials: 'include',
    headers: {
      accept: 'application/json',
      ...(options.body === undefined ? {} : { 'content-type': 'application/json' }),
      ...options.headers,
    },
    signal: options.signal ? AbortSignal.any([options.signal, timeout]) : timeout,
  };
  if (options.body !== undefined) init.body = JSON.stringify(options.body);

  let response: Response;
  try {
    response = await fetch(url, init);
  } catch (cause) {
    if (options.signal?.aborted) throw cause;
    throw new RequestFailed(noAnswer, cause);
  }
  const body = await parsed(response);
  if (!response.ok) throw new RequestFailed(serverErrorFrom(response.status, body, response.headers.get('x-request-id')));
  return body as Answer;
}
