import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { answerError, send } from './answer.ts';
import type { Handler, Runtime } from './context.ts';
import { createRateLimiter } from './rate-limit.ts';

interface Route {
  readonly method: string;
  readonly segments: readonly string[];
  readonly handler: Handler;
}

const REQUEST_ID = /^[A-Za-z0-9._-]{8,64}$/;
/** Generous: a person never reaches it, a loop does. */
const LIMIT = { max: 30_000, windowMs: 10_000 };

function match(route: Route, method: string, parts: readonly string[]): Record<string, string> | undefined {
  if (route.method !== method || route.segments.length !== parts.length) return undefined;
  const params: Record<string, string> = {};
  for (const [i, segment] of route.segments.entries()) {
    const part = parts[i] as string;
    if (segment.startsWith(':')) params[segment.slice(1)] = part;
    else if (segment !== part) return undefined;
  }
  return params;
}

/** Adds the headers a browser needs to call this node from the app of the other node. */
function allowOrigin(request: IncomingMessage, response: ServerResponse, runtime: Runtime): void {
  const { origin } = request.headers;
  if (!origin || !runtime.allowedOrigins.has(origin)) return;
  response.setHeader('access-control-allow-origin', origin);
  response.setHeader('access-control-allow-credentials', 'true');
  response.setHeader('vary', 'origin');
  if (request.method === 'OPTIONS') {
    response.setHeader('access-control-allow-headers', 'content-type, idempotency-key, x-request-id');
    response.setHeader('access-control-allow-methods', 'GET, POST');
    response.setHeader('access-control-max-age', '600');
  }
}

/**
 * The kernel's own routes. They are mounted before everything that Directus adds, so request ids,
 * origin checks, body limits and rate limits are the kernel's.
 */
export class Router {
  readonly #routes = new Map<string, Route[]>();
  readonly #runtime: Runtime;
  readonly #limit = createRateLimiter(LIMIT);

  constructor(runtime: Runtime) {
    this.#runtime = runtime;
  }

  on(method: 'GET' | 'POST', path: string, handler: Handler): void {
    const segments = path.split('/').filter(Boolean);
    const prefix = segments[0] as string;
    this.#routes.set(prefix, [...(this.#routes.get(prefix) ?? []), { method, segments, handler }]);
  }

  /** @returns false when no route starts with this path's first part, so that Directus may answer */
  async handle(request: IncomingMessage, response: ServerResponse): Promise<boolean> {
    const url = request.url ?? '/';
    const queryAt = url.indexOf('?');
    const path = queryAt === -1 ? url : url.slice(0, queryAt);
    const parts = path.split('/').filter(Boolean);
    const routes = this.#routes.get(parts[0] ?? '');
    if (!routes) return false;

    const given = request.headers['x-request-id'];
    const requestId = typeof given === 'string' && REQUEST_ID.test(given) ? given : randomUUID();
    allowOrigin(request, response, this.#runtime);
    if (request.method === 'OPTIONS') {
      response.writeHead(204).end();
      return true;
    }
    try {
      this.#limit(request.socket.remoteAddress ?? '', this.#runtime.clock.now().getTime());
      for (const route of routes) {
        const params = match(route, request.method ?? 'GET', parts);
        if (!params) continue;
        const query = new URLSearchParams(queryAt === -1 ? '' : url.slice(queryAt + 1));
        const answer = await route.handler({ raw: request, response, method: route.method, path, query, requestId }, params);
        if (answer) send(response, answer, requestId);
        return true;
      }
      send(response, { status: 404, body: { error: { code: 'NOT_FOUND', message: 'No such address.', details: {}, requestId } } }, requestId);
    } catch (error) {
      if (response.headersSent) response.destroy();
      else send(response, answerError(error, requestId, this.#runtime.log), requestId);
    }
    return true;
  }
}
