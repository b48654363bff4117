/** The start cannot go on, for a reason a person can act on: printed as one sentence, without a stack. */
export class StartRefused extends Error {
  constructor(message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = 'StartRefused';
  }
}

/** What an unknown error says, with its cause where that says more. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  // Node puts the attempts at ::1 and 127.0.0.1 into an AggregateError whose own message is empty.
  const inner: unknown = error instanceof AggregateError ? error.errors[0] : error.cause;
  return error.message !== '' ? error.message : inner === undefined ? error.name : reasonOf(inner);
}
