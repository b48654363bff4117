import { z } from 'zod';
import { REASON_SIDES } from '@selvedge/directus/model/core/override-reason.ts';
import type { RowFor } from '@selvedge/directus/model/index.ts';
import { commandIn } from '@selvedge/kernel/command/define-command.ts';
import type { Row } from '@selvedge/kernel/database/transaction.ts';
import { invalidInput } from '@selvedge/kernel/errors.ts';
import { inWords } from '@selvedge/kernel/input-problems.ts';
import type { HostedNode } from '@selvedge/kernel/node.ts';
import { id, reason } from '../input.ts';

const reasonCode = z
  .string()
  .trim()
  .max(40)
  .regex(/^[a-z][a-z0-9_]*$/, {
    error: ({ input }) =>
      inWords({
        en: `"${String(input)}" is no code such as recount or label_error; use small letters, digits and _`,
        tr: `"${String(input)}" recount ya da label_error gibi bir kod değil; küçük harf, rakam ve _ kullanın`,
      }),
  });
const label = z.string().trim().min(2).max(120);

type Listed = RowFor<'core_override_reason'> & Row;
const auditOf = ({ side, gate, code, label_en, label_tr, active, position }: Listed) => ({ side, gate, code, label_en, label_tr, active, position });

/** @throws Refusal INVALID_INPUT for a gate that is none of this side, or that nobody overrides */
function checkGate(node: HostedNode, side: string, gate: string | null): void {
  if (gate === null) return;
  const known = [...node.gates].filter(([, { system, binding }]) => system === side && binding.gate.overrideKey !== null).map(([name]) => name);
  if (known.includes(gate)) return;
  throw invalidInput([
    {
      path: 'gate',
      message: `"${gate}" is no gate of ${side} that can be overridden; choose ${known.join(', ')}, or none for all of them.`,
      messageTr: `"${gate}" ${side} tarafında aşılabilen bir geçit değil; ${known.join(', ')} seçin ya da hepsi için boş bırakın.`,
    },
  ]);
}

/** Lists a reason for overrides, renames it, or switches it on and off. Its code stays: decisions keep it. */
export const setOverrideReason = commandIn({
  name: 'override-reason.set',
  system: 'core',
  title: { en: 'Set an override reason', tr: 'Aşma gerekçesini ayarla' },
  permission: 'access:manage',
  input: z.strictObject({
    org: id,
    side: z.enum(REASON_SIDES),
    gate: z.string().max(60).nullable().default(null),
    reasonCode,
    labelEn: label,
    labelTr: label,
    active: z.boolean().default(true),
    position: z.int().min(0).max(999).default(0),
    reason,
  }),
  org: (body) => body.org,
  reason: (body) => body.reason,
  run: async ({ tx, node, org, changed }, body) => {
    checkGate(node, body.side, body.gate);
    const place = [org.id, body.side, body.reasonCode];
    const before = await tx.maybe<Listed>('select * from core_override_reason where org = $1 and side = $2 and code = $3 for update', place);
    const after = await tx.one<Listed>(
      `insert into core_override_reason (org, side, code, gate, label_en, label_tr, active, position) values ($1, $2, $3, $4, $5, $6, $7, $8)
       on conflict (org, side, code) do update set gate = excluded.gate, label_en = excluded.label_en, label_tr = excluded.label_tr,
         active = excluded.active, position = excluded.position returning *`,
      [...place, body.gate, body.labelEn, body.labelTr, body.active, body.position],
    );
    changed('core_override_reason', after.id, { ...(before && { before: auditOf(before) }), after: auditOf(after) });
    return { id: after.id, code: after.code, active: after.active };
  },
});
