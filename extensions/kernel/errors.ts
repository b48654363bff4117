import type { Bilingual } from './gate/decision.ts';

/**
 * A refusal is the one kind of error that reaches a person: a code, typed
 * details, a status and a sentence for readers of either language. Everything else is a fault and answers 500.
 */
export class Refusal extends Error {
  readonly code: string;
  readonly status: number;
  readonly messageTr: string;
  readonly details: Readonly<Record<string, unknown>>;

  constructor(code: string, status: number, message: Bilingual, details: Readonly<Record<string, unknown>> = {}, cause?: unknown) {
    super(message.en, cause === undefined ? undefined : { cause });
    this.name = 'Refusal';
    this.code = code;
    this.status = status;
    this.messageTr = message.tr;
    this.details = details;
  }
}

/** One problem with the input, for readers of either language. `path` is dotted: `lines.2.qty`. */
export interface InputProblem {
  readonly path: string;
  readonly message: string;
  readonly messageTr: string;
}

const withPath = (path: string, said: string) => (path ? `${path}: ${said}` : said);

export const invalidInput = (problems: readonly InputProblem[]) =>
  new Refusal(
    'INVALID_INPUT',
    400,
    { en: problems.map((p) => withPath(p.path, p.message)).join(' '), tr: problems.map((p) => withPath(p.path, p.messageTr)).join(' ') },
    { problems },
  );

export const unauthenticated = () =>
  new Refusal('UNAUTHENTICATED', 401, {
    en: 'Sign in first: the session is missing, ended or not valid.',
    tr: 'Önce oturum açın: oturum yok, bitmiş ya da geçersiz.',
  });

export const permissionRequired = (key: string) =>
  new Refusal(
    'PERMISSION_REQUIRED',
    403,
    {
      en: `This needs the permission ${key} in this organisation. An administrator grants it.`,
      tr: `Bunun için bu şirkette ${key} izni gerekir. İzni bir yönetici verir.`,
    },
    { key },
  );

/** A key that counts for all organisations at once, whichever there are: no administrator of one of them has it. */
export const installationWide = (key: string) =>
  new Refusal(
    'PERMISSION_REQUIRED',
    403,
    {
      en: 'This concerns the whole installation. An administrator of the installation does it.',
      tr: 'Bu, kurulumun tamamını ilgilendirir. Kurulumun yöneticisi yapar.',
    },
    { key },
  );

const NO_SUCH_RECORD: Bilingual = {
  en: 'No such record, or it is not yours to see.',
  tr: 'Böyle bir kayıt yok ya da sizin görebileceğiniz bir kayıt değil.',
};

/** A row of another org answers exactly as a row that does not exist, so this takes no arguments. */
export const notFound = () => new Refusal('NOT_FOUND', 404, NO_SUCH_RECORD);

/** The record is in a state in which the command makes no sense. */
export const conflict = (code: string, message: Bilingual, details: Readonly<Record<string, unknown>> = {}) => new Refusal(code, 409, message, details);

/** Whether PostgreSQL could not read a value as what it should be (class 22), such as text as an id or a moment. */
export const isDataError = (error: unknown): boolean => (error as { code?: string } | null)?.code?.startsWith('22') ?? false;

/** Picks the refusal for an error that PostgreSQL raised; anything else is returned as it came. */
export function fromDatabaseError(error: unknown): unknown {
  const { code, constraint } = (error ?? {}) as { code?: string; constraint?: string };
  // 42501: a row-security WITH CHECK refused the write. To the caller that row does not exist.
  if (code === '42501') return new Refusal('NOT_FOUND', 404, NO_SUCH_RECORD, {}, error);
  if (code === '23505')
    return new Refusal(
      'ALREADY_EXISTS',
      409,
      { en: 'A record with the same identifying values exists already.', tr: 'Aynı belirleyici değerlerle bir kayıt zaten var.' },
      { constraint },
      error,
    );
  if (code === '23503') return new Refusal('NOT_FOUND', 404, NO_SUCH_RECORD, {}, error);
  if (code === '23514') {
    return new Refusal(
      'INVALID_INPUT',
      400,
      { en: `A value breaks the rule ${constraint ?? 'of the table'}.`, tr: `Bir değer ${constraint ?? 'tablonun'} kuralına uymuyor.` },
      { problems: [{ path: '', message: constraint ?? 'check', messageTr: constraint ?? 'check' }] },
      error,
    );
  }
  // Deadlock and serialisation failures are safe to repeat: nothing was written.
  if (code === '40P01' || code === '40001')
    return new Refusal(
      'TRY_AGAIN',
      409,
      {
        en: 'Someone changed the same records at the same moment. Nothing was written; try again.',
        tr: 'Aynı kayıtları aynı anda başkası değiştirdi. Hiçbir şey yazılmadı; yeniden deneyin.',
      },
      {},
      error,
    );
  return error;
}
