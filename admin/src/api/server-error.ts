import type { Decision } from './types/shared.ts';

/** What went wrong with one request, in the shape that the screens read. */
export interface ServerError {
  /** HTTP status; 0 when no answer came. */
  status: number;
  code: string;
  message: string;
  /** Null where the answer was not one of the kernel's, e.g. Directus' own. */
  messageTr: string | null;
  requestId: string | null;
  problems: { path: string; message: string; messageTr: string | null }[];
  decision: Decision | null;
  details: Record<string, unknown>;
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

function problemsIn(details: Record<string, unknown>): ServerError['problems'] {
  const list = details['problems'];
  if (!Array.isArray(list)) return [];
  return list.filter(isRecord).map((problem) => ({
    path: text(problem['path']) ?? '',
    message: text(problem['message']) ?? '',
    messageTr: text(problem['messageTr']),
  }));
}

/**
 * Reads any answer of a node: the kernel's `{ error }`, Directus' `{ errors: [] }`, or a proxy's page.
 * @param body  the parsed JSON, or undefined when the answer was no JSON
 */
export function serverErrorFrom(status: number, body: unknown, requestIdHeader: string | null = null): ServerError {
  const error = isRecord(body) ? body['error'] : undefined;
  const errors = isRecord(body) ? body['errors'] : undefined;
  const first: unknown = isRecord(error) ? error : Array.isArray(errors) ? errors[0] : undefined;
  const source = isRecord(first) ? first : {};
  const details = isRecord(source['details']) ? source['details'] : {};
  const extensions = isRecord(source['extensions']) ? source['extensions'] : {};
  const decision = details['decision'];
  return {
    status,
    code: text(source['code']) ?? text(extensions['code']) ?? `HTTP_${status}`,
    message: text(source['message']) ?? '',
    messageTr: text(source['messageTr']),
    requestId: text(source['requestId']) ?? requestIdHeader,
    problems: problemsIn(details),
    decision: isRecord(decision) && Array.isArray(decision['requirements']) ? (decision as unknown as Decision) : null,
    details,
  };
}

/** Nothing came back: the network, not the server, said no. */
export const noAnswer: ServerError = {
  status: 0,
  code: 'NO_ANSWER',
  message: '',
  messageTr: null,
  requestId: null,
  problems: [],
  decision: null,
  details: {},
};

/** Thrown by every request that failed. Has `statusCode` because Refine asks for it. */
export class RequestFailed extends Error {
  readonly error: ServerError;
  readonly statusCode: number;

  constructor(error: ServerError, cause?: unknown) {
    super(error.message || error.code, cause === undefined ? undefined : { cause });
    this.name = 'RequestFailed';
    this.error = error;
    this.statusCode = error.status;
  }
}

export const errorIn = (thrown: unknown): ServerError =>
  thrown instanceof RequestFailed
    ? thrown.error
    : { ...noAnswer, code: 'APP_FAULT', message: thrown instanceof Error ? thrown.message : String(thrown) };
