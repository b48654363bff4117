import { createDirectus, rest, type RestCommand } from '@directus/sdk';
import { baseOf } from '../session/nodes.ts';
import { TIMEOUT_MS } from './http.ts';
import type { System } from './types/shared.ts';
import { noAnswer, RequestFailed, serverErrorFrom } from './server-error.ts';

/** Directus' own answer to a request that failed, as its SDK throws it. */
interface DirectusFailure {
  readonly errors?: unknown;
  readonly response?: Response;
}

/**
 * Asks Directus itself, by its SDK and the session cookie: signing in, and what a person keeps with Directus.
 * Everything of the business goes by commands and views.
 * @throws RequestFailed  with status 0 when no answer came within 30 s
 */
export async function askDirectus<Answer>(system: System, command: RestCommand<Answer, object>): Promise<Answer> {
  const client = createDirectus<object>(baseOf(system) || window.location.origin).with(
    rest({ credentials: 'include', onRequest: (options) => ({ ...options, signal: AbortSignal.timeout(TIMEOUT_MS) }) }),
  );
  try {
    return await client.request(command);
  } catch (thrown) {
    const { response, errors } = thrown as DirectusFailure;
    if (!(response instanceof Response)) throw new RequestFailed(noAnswer, thrown);
    throw new RequestFailed(serverErrorFrom(response.status, { errors }, response.headers.get('x-request-id')), thrown);
  }
}
