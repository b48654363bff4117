import { z } from 'zod';
import { commandIn, commandOn, type Command, type CommandContext } from '@selvedge/kernel/command/define-command.ts';
import { conflict, Refusal } from '@selvedge/kernel/errors.ts';
import { gateNamed } from '../gates/known-gates.ts';
import { definition, gateName, moved, nextVersion, note, requireAnother, requireSound, requireState, told, type Policy } from '../gates/policy-versions.ts';
import { id, moment, reason } from '../input.ts';
import { rollBack, withdraw } from './policies-in-force.ts';

const draft = commandIn({
  name: 'gate-policy.draft',
  system: 'core',
  title: { en: 'Draft a policy', tr: 'Kural taslağı yaz' },
  permission: 'gates:edit',
  input: z.strictObject({ org: id, gate: gateName, definition, cases: definition.nullable().default(null), note }),
  org: (body) => body.org,
  reason: (body) => body.note,
  run: async ({ tx, org, identity, changed }, body) => {
    const { name: gate } = gateNamed(body.gate);
    const version = await nextVersion(tx, org.id, gate);
    const row = await tx.insert('core_gate_policy', {
      org: org.id,
      gate,
      version,
      state: 'draft',
      definition: body.definition,
      cases: body.cases,
      note: body.note,
      author: identity.userId,
    });
    changed('core_gate_policy', row.id, { after: told(row, { definition: body.definition }) });
    return { policy: row.id, version };
  },
});

/**
 * A version has one hand, its author's: whoever could write into another's draft could publish what
 * they wrote themselves (J17). Others begin a draft of their own from its text.
 */
function requireAuthor({ subject, identity }: CommandContext<Policy>): void {
  if (subject.author === identity.userId) return;
  throw new Refusal('NOT_YOUR_DRAFT', 403, {
    en: `Version ${subject.version} is somebody else's draft; start one of your own from its text.`,
    tr: `${subject.version} numaralı sürüm başkasının taslağı; metninden kendi taslağınızı başlatın.`,
  });
}

const edit = commandOn({
  name: 'gate-policy.edit',
  system: 'core',
  title: { en: 'Edit a draft', tr: 'Taslağı düzenle' },
  permission: 'gates:edit',
  input: z.strictObject({ policy: id, definition, cases: definition.nullable(), note }),
  subject: { table: 'core_gate_policy', id: (body) => body.policy },
  reason: (body) => body.note,
  run: async (context, body) => {
    const { tx, subject, changed } = context;
    requireState(subject, 'draft');
    requireAuthor(context);
    tx.updateAtCommit('core_gate_policy', subject, { definition: body.definition, cases: body.cases, note: body.note });
    changed('core_gate_policy', subject.id, {
      before: told(subject, { definition: subject.definition, cases: subject.cases }),
      after: told(subject, { definition: body.definition, cases: body.cases }),
    });
    return { policy: subject.id, version: subject.version };
  },
});

const submit = commandOn({
  name: 'gate-policy.submit',
  system: 'core',
  title: { en: 'Submit for review', tr: 'Onaya gönder' },
  permission: 'gates:edit',
  input: moved,
  subject: { table: 'core_gate_policy', id: (body) => body.policy },
  reason: (body) => body.reason,
  run: async ({ tx, node, now, subject, changed }, body) => {
    requireState(subject, 'draft');
    await requireSound(tx, node, subject);
    tx.updateAtCommit('core_gate_policy', subject, { state: 'in_review', submitted_at: now, reason: body.reason });
    changed('core_gate_policy', subject.id, { before: told(subject), after: told({ ...subject, state: 'in_review' }) });
    return { policy: subject.id };
  },
});

const sendBack = commandOn({
  name: 'gate-policy.return',
  system: 'core',
  title: { en: 'Return to its author', tr: 'Yazana geri gönder' },
  permission: 'gates:publish',
  input: moved,
  subject: { table: 'core_gate_policy', id: (body) => body.policy },
  reason: (body) => body.reason,
  run: async ({ tx, subject, changed }, body) => {
    requireState(subject, 'in_review');
    tx.updateAtCommit('core_gate_policy', subject, { state: 'draft', submitted_at: null, reason: body.reason });
    changed('core_gate_policy', subject.id, { before: told(subject), after: told({ ...subject, state: 'draft' }) });
    return { policy: subject.id };
  },
});

const publish = commandOn({
  name: 'gate-policy.publish',
  system: 'core',
  title: { en: 'Publish a policy', tr: 'Kuralı yayımla' },
  permission: 'gates:publish',
  input: z.strictObject({ policy: id, effectiveFrom: moment.nullable().default(null), reason }),
  subject: { table: 'core_gate_policy', id: (body) => body.policy },
  reason: (body) => body.reason,
  run: async (context, body) => {
    const { tx, node, now, subject, identity, changed } = context;
    requireState(subject, 'in_review');
    await requireAnother(context, subject);
    await requireSound(tx, node, subject);
    // A decision of the past stays explained by what was in force then.
    if (body.effectiveFrom && body.effectiveFrom < now) {
      throw conflict('EFFECTIVE_IN_THE_PAST', {
        en: `Effective from ${body.effectiveFrom.toISOString()} lies in the past; choose a later moment, or none for at once.`,
        tr: `Geçerlilik başlangıcı ${body.effectiveFrom.toISOString()} geçmişte; ileri bir zaman seçin ya da hemen için boş bırakın.`,
      });
    }
    const effectiveFrom = body.effectiveFrom ?? now;
    tx.updateAtCommit('core_gate_policy', subject, {
      state: 'published',
      published_by: identity.userId,
      published_at: now,
      effective_from: effectiveFrom,
      reason: body.reason,
    });
    changed('core_gate_policy', subject.id, {
      before: told(subject),
      after: told({ ...subject, state: 'published' }, { effectiveFrom: effectiveFrom.toISOString() }),
    });
    return { policy: subject.id, effectiveFrom: effectiveFrom.toISOString() };
  },
});

const discard = commandOn({
  name: 'gate-policy.discard',
  system: 'core',
  title: { en: 'Discard a draft', tr: 'Taslaktan vazgeç' },
  permission: 'gates:edit',
  input: moved,
  subject: { table: 'core_gate_policy', id: (body) => body.policy },
  reason: (body) => body.reason,
  run: async ({ tx, now, subject, changed }, body) => {
    requireState(subject, 'draft');
    tx.updateAtCommit('core_gate_policy', subject, { state: 'retired', retired_at: now, reason: body.reason });
    changed('core_gate_policy', subject.id, { before: told(subject), after: told({ ...subject, state: 'retired' }) });
    return { policy: subject.id };
  },
});

/** Policies of gates as the orgs write them, from draft to publication. */
export const gatePolicyCommands: readonly Command[] = [draft, edit, submit, sendBack, publish, withdraw, discard, rollBack];
