import type { Tx } from '../database/transaction.ts';
import { invalidInput } from '../errors.ts';

/** Whose list of reasons is asked. */
export interface ReasonPlace {
  readonly orgId: string;
  readonly orgCode: string;
  readonly system: string;
  readonly gate: string;
}

/**
 * Holds an override to the org's own list: active reasons of the system, for this gate or for all.
 * @throws Refusal INVALID_INPUT naming the field, the value and the codes that the org takes
 */
export async function requireListedReason(tx: Tx, { orgId, orgCode, system, gate }: ReasonPlace, reasonCode: string): Promise<void> {
  const listed = await tx.query<{ code: string }>(
    'select code from core_override_reason where org = $1 and side = $2 and active and (gate is null or gate = $3) order by position, code',
    [orgId, system, gate],
  );
  if (listed.some(({ code }) => code === reasonCode)) return;
  const allowed = listed.map(({ code }) => code).join(', ');
  throw invalidInput([
    {
      path: 'override.reasonCode',
      message:
        allowed === ''
          ? `"${reasonCode}" is no reason of ${orgCode}, which lists none for ${gate}; ask an administrator to list one.`
          : `"${reasonCode}" is no active reason of ${orgCode} for ${gate}; choose ${allowed}.`,
      messageTr:
        allowed === ''
          ? `"${reasonCode}" bir ${orgCode} gerekçesi değil; ${gate} için etkin gerekçe yok, bir yöneticiden eklemesini isteyin.`
          : `"${reasonCode}", ${orgCode} şirketinde ${gate} için etkin bir gerekçe değil; şunlardan birini seçin: ${allowed}.`,
    },
  ]);
}
