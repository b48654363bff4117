import type { InputProblem } from '@selvedge/kernel/errors.ts';
import { answerError } from '@selvedge/kernel/http/answer.ts';
import type { Answer, Log } from '@selvedge/kernel/http/context.ts';
import type { Identity } from '@selvedge/kernel/identity/identity.ts';
import { columnOf } from './command-body.ts';

interface Told {
  readonly error: {
    readonly code: string;
    readonly message: string;
    readonly messageTr: string;
    readonly details: { readonly problems?: readonly InputProblem[] };
  };
}

/** A refusal as Directus would tell it, which the Studio shows: in the person's language, and by the names of its own fields. */
export function asDirectusError(error: unknown, requestId: string, log: Log, language: Identity['language']): Answer {
  const { status, body } = answerError(error, requestId, log);
  const { code, message, messageTr, details } = (body as Told).error;
  const said = details.problems?.map((one) => [columnOf(one.path), language === 'tr' ? one.messageTr : one.message].filter(Boolean).join(': ')).join(' ');
  const extensions = { code, requestId, ...(details.problems && { problems: details.problems.map((one) => ({ ...one, path: columnOf(one.path) })) }) };
  return { status, body: { errors: [{ message: said ?? (language === 'tr' ? messageTr : message), extensions }] } };
}
