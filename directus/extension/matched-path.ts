import type { Request } from 'express';

/** The path as Express matches it: it tells no case apart, so `/AUTH/login` is `/auth/login` to whoever answers. */
export const matchedPath = ({ path }: Pick<Request, 'path'>): string => path.toLowerCase();
