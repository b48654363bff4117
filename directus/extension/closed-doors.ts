import type { NextFunction, Request, Response } from 'express';
import { createError } from '@directus/errors';
import { matchedPath } from './matched-path.ts';

type Asking = Request & { accountability?: { admin?: boolean; user?: string | null } };

const Forbidden = createError('FORBIDDEN', `You don't have permission to access this.`, 403);

/** Directus surfaces that the product does not use: closed to all but admins. */
const CLOSED = [
  '/graphql',
  '/shares',
  '/comments',
  '/revisions',
  '/activity',
  '/flows',
  '/operations',
  '/dashboards',
  '/panels',
  '/deployments',
  '/versions',
  '/mcp',
  '/ai',
  '/utils',
];

export function closeUnusedDoors(request: Asking, _response: Response, next: NextFunction): void {
  const path = matchedPath(request);
  if (request.accountability?.admin !== true && CLOSED.some((door) => path === door || path.startsWith(`${door}/`))) {
    next(new Forbidden());
    return;
  }
  next();
}
