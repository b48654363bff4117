import type { IncomingMessage, ServerResponse } from 'node:http';
import sirv from 'sirv';

/** What the page may load and where it may connect: its own node and the other one, nothing else. */
const contentPolicy = (connectTo: readonly string[]) =>
  [
    "default-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    `connect-src 'self' ${connectTo.join(' ')}`,
    "frame-ancestors 'none'",
    "base-uri 'self'",
    "form-action 'self'",
  ].join('; ');

/**
 * Serves the built app under `/app/`. Every path without a file is the app's own route. Built files
 * carry their hash in the name and are kept for a year; the page itself is asked for anew each time.
 * @param config answered at `/app/config.json`: where the two systems are
 */
export function serveApp(folder: string, connectTo: readonly string[], config: object) {
  const policy = contentPolicy(connectTo);
  const files = sirv(folder, {
    single: true,
    gzip: true,
    maxAge: 31_536_000,
    immutable: true,
    setHeaders: (response, pathname) => {
      response.setHeader('x-content-type-options', 'nosniff');
      response.setHeader('referrer-policy', 'same-origin');
      if (pathname.includes('.') && !pathname.endsWith('.html')) return;
      response.setHeader('cache-control', 'no-cache');
      response.setHeader('content-security-policy', policy);
    },
  });
  return (request: IncomingMessage, response: ServerResponse): boolean => {
    const url = request.url ?? '';
    if (url !== '/app' && !url.startsWith('/app/')) return false;
    if (url.startsWith('/app/config.json')) {
      response.writeHead(200, { 'content-type': 'application/json', 'cache-control': 'no-store' }).end(JSON.stringify(config));
      return true;
    }
    request.url = url.slice('/app'.length) || '/';
    files(request, response, () => {
      response.writeHead(404).end();
    });
    return true;
  };
}
