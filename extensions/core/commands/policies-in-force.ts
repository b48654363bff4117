import { z } from 'zod';
import { commandIn, commandOn } from '@selvedge/kernel/command/define-command.ts';
import { conflict, notFound } from '@selvedge/kernel/errors.ts';
import { gateNamed } from '../gates/known-gates.ts';
import { gateName, moved, nextVersion, requireSound, requireState, told, type Policy } from '../gates/policy-versions.ts';
import { id, reason } from '../input.ts';

/** Whether decisions were made by it: one that is published for later, or was withdrawn before its time, says nothing yet. */
const wasInForce = ({ effective_from, retired_at }: Policy, now: Date): boolean => effective_from !== null && effective_from <= (retired_at ?? now);

/** Takes back what was published for later, before anything was decided by it. */
export const withdraw = commandOn({
  name: 'gate-policy.withdraw',
  system: 'core',
  title: { en: 'Withdraw a scheduled policy', tr: 'Zamanı gelmemiş kuralı geri çek' },
  permission: 'gates:publish',
  input: moved,
  subject: { table: 'core_gate_policy', id: (body) => body.policy },
  reason: (body) => body.reason,
  run: async ({ tx, now, subject, changed }, body) => {
    requireState(subject, 'published');
    if (wasInForce(subject, now))
      throw conflict('POLICY_IN_FORCE', {
        en: `Version ${subject.version} has been in force; roll back to what was before it.`,
        tr: `${subject.version} numaralı sürüm yürürlüğe girdi; ondan öncekine geri dönün.`,
      });
    tx.updateAtCommit('core_gate_policy', subject, { state: 'retired', retired_at: now, reason: body.reason });
    changed('core_gate_policy', subject.id, { before: told(subject), after: told({ ...subject, state: 'retired' }) });
    return Promise.resolve({ policy: subject.id });
  },
});

/**
 * Back to what was in force before, in one step: a version that was published once comes into force
 * again under a new number, or every version of the org is retired and the default counts. Nothing
 * new is said by it, so one person suffices.
 */
export const rollBack = commandIn({
  name: 'gate-policy.roll-back',
  system: 'core',
  title: { en: 'Roll back a policy', tr: 'Kuralı geri al' },
  permission: 'gates:publish',
  input: z.strictObject({ org: id, gate: gateName, policy: id.nullable(), reason }),
  org: (body) => body.org,
  reason: (body) => body.reason,
  run: async ({ tx, node, now, org, identity, changed }, body) => {
    const { name: gate } = gateNamed(body.gate);
    const version = await nextVersion(tx, org.id, gate);
    if (body.policy === null) {
      const retired = await tx.query<{ id: string; version: number }>(
        `update core_gate_policy set state = 'retired', retired_at = $3, reason = $4 where org = $1 and gate = $2 and state = 'published' returning id, version`,
        [org.id, gate, now, body.reason],
      );
      if (retired.length === 0)
        throw conflict('DEFAULT_IN_FORCE', {
          en: 'The default is in force already; nothing is to be rolled back.',
          tr: 'Varsayılan zaten geçerli; geri alınacak bir şey yok.',
        });
      for (const one of retired)
        changed('core_gate_policy', one.id, { before: { gate, ...one, state: 'published' }, after: { gate, ...one, state: 'retired' } });
      return { policy: null };
    }
    const source = await tx.maybe<Policy>('select * from core_gate_policy where id = $1 and org = $2 and gate = $3 for update', [body.policy, org.id, gate]);
    if (!source) throw notFound();
    if (!wasInForce(source, now))
      throw conflict('NEVER_IN_FORCE', {
        en: `Version ${source.version} was never in force, so there is no way back to it; submit and publish it.`,
        tr: `${source.version} numaralı sürüm hiç yürürlükte olmadı, geri dönülecek bir şey yok; onaya gönderip yayımlayın.`,
      });
    await requireSound(tx, node, source);
    // What was to follow was meant to follow what is given up now.
    const scheduled = await tx.query<Policy>(
      `update core_gate_policy set state = 'retired', retired_at = $3, reason = $4 where org = $1 and gate = $2 and state = 'published' and effective_from > $3 returning *`,
      [org.id, gate, now, body.reason],
    );
    for (const one of scheduled) changed('core_gate_policy', one.id, { before: told({ ...one, state: 'published' }), after: told(one) });
    const restored = await tx.insert('core_gate_policy', {
      org: org.id,
      gate,
      version,
      state: 'published',
      definition: source.definition,
      cases: source.cases,
      note: `= ${source.version}`,
      author: source.author,
      published_by: identity.userId,
      published_at: now,
      effective_from: now,
      restored_from: source.id,
      reason: body.reason,
    });
    changed('core_gate_policy', restored.id, { after: told(restored, { restoredFrom: source.version }) });
    return { policy: restored.id };
  },
});
