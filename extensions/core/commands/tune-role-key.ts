import { z } from 'zod';
import { commandIn } from '@selvedge/kernel/command/define-command.ts';
import { checkKeys } from '../access/check-keys.ts';
import { id, key, reason, role } from '../input.ts';

/** An org gives a key to a role or takes it from it; null puts it back to the default. In force at the next request. */
export const tuneRoleKey = commandIn({
  name: 'role-key.tune',
  system: 'core',
  title: { en: 'Tune a role’s key', tr: 'Rolün anahtarını ayarla' },
  permission: 'access:manage',
  input: z.strictObject({ org: id, role, key, allowed: z.boolean().nullable(), reason }),
  org: (body) => body.org,
  reason: (body) => body.reason,
  run: async ({ tx, org, identity, changed }, body) => {
    checkKeys([body.key], body.role);
    await tx.query(`select set_config('app.audited', 'on', true)`);
    const place = [org.id, body.role, body.key];
    const before = await tx.maybe<{ id: string; allowed: boolean }>(
      'select id, allowed from core_role_key where org = $1 and role = $2 and key = $3 for update',
      place,
    );
    const after =
      body.allowed === null
        ? await tx.maybe<{ id: string }>('delete from core_role_key where org = $1 and role = $2 and key = $3 returning id', place)
        : await tx.one<{ id: string }>(
            `insert into core_role_key (org, role, key, allowed, tuned_by, reason) values ($1, $2, $3, $4, $5, $6)
             on conflict (org, role, key) do update set allowed = excluded.allowed, tuned_by = excluded.tuned_by, reason = excluded.reason returning id`,
            [...place, body.allowed, identity.userId, body.reason],
          );
    const what = { role: body.role, key: body.key };
    changed('core_role_key', after?.id ?? org.id, { before: { ...what, allowed: before?.allowed ?? null }, after: { ...what, allowed: body.allowed } });
    return { role: body.role, key: body.key, allowed: body.allowed };
  },
});
