import { invalidInput } from '@selvedge/kernel/errors.ts';

/** @throws Refusal INVALID_INPUT when a moment that should lie ahead does not */
export function checkAhead(path: string, moment: Date | null, after: Date): void {
  if (moment === null || moment > after) return;
  throw invalidInput([
    {
      path,
      message: `${moment.toISOString()} is not after ${after.toISOString()}; choose a later moment.`,
      messageTr: `${moment.toISOString()}, ${after.toISOString()} anından sonra değil; daha geç bir an seçin.`,
    },
  ]);
}
