/**
 * A refusal is the one kind of error that reaches a person: a code, typed
 * details and a status. Everything else is a fault and answers 500.
 */
export class Refusal extends Error {
  readonly code: string;
  readonly status: number;
  readonly details: Readonly<Record<string, unknown>>;

  constructor(code: string, status: number, message: string, details: Readonly<Record<string, unknown>> = {}, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = 'Refusal';
    this.code = code;
    this.status = status;
    this.details = details;
  }
}

/** One problem with the input, for readers of either language. `path` is dotted: `lines.2.qty`. */
export interface InputProblem {
  readonly path: string;
  readonly message: string;
  readonly messageTr: string;
}

export const invalidInput = (problems: readonly InputProblem[]) =>
  new Refusal('INVALID_INPUT', 400, problems.map((p) => (p.path ? `${p.path}: ${p.message}` : p.message)).join(' '), { problems });

export const unauthenticated = () => new Refusal('UNAUTHENTICATED', 401, 'Sign in first: the session is missing, ended or not valid.');

export const permissionRequired = (key: string) =>
  new Refusal('PERMISSION_REQUIRED', 403, `This needs the permission ${key} in this organisation. An administrator grants it.`, { key });

/** A row of another org answers exactly as a row that does not exist, so this takes no arguments. */
export const notFound = () => new Refusal('NOT_FOUND', 404, 'No such record, or it is not yours to see.');

/** The record is in a state in which the command makes no sense. */
export const conflict = (code: string, message: string, details: Readonly<Record<string, unknown>> = {}) => new Refusal(code, 409, message, details);

/** Whether PostgreSQL could not read a value as what it should be (class 22), such as text as an id or a moment. */
export const isDataError = (error: unknown): boolean => (error as { code?: string } | null)?.code?.startsWith('22') ?? false;

/** Picks the refusal for an error that PostgreSQL raised; anything else is returned as it came. */
export function fromDatabaseError(error: unknown): unknown {
  const { code, constraint } = (error ?? {}) as { code?: string; constraint?: string };
  // 42501: a row-security WITH CHECK refused the write. To the caller that row does not exist.
  if (code === '42501') return new Refusal('NOT_FOUND', 404, notFound().message, {}, error);
  if (code === '23505') return new Refusal('ALREADY_EXISTS', 409, 'A record with the same identifying values exists already.', { constraint }, error);
  if (code === '23503') return new Refusal('NOT_FOUND', 404, notFound().message, {}, error);
  if (code === '23514') {
    return new Refusal(
      'INVALID_INPUT',
      400,
      `A value breaks the rule ${constraint ?? 'of the table'}.`,
      { problems: [{ path: '', message: constraint ?? 'check', messageTr: constraint ?? 'check' }] },
      error,
    );
  }
  // Deadlock and serialisation failures are safe to repeat: nothing was written.
  if (code === '40P01' || code === '40001')
    return new Refusal('TRY_AGAIN', 409, 'Someone changed the same records at the same moment. Nothing was written; try again.', {}, error);
  return error;
}
