import { z } from 'zod';
import { commandIn, commandOn, type Command, type CommandContext, type SubjectRow } from '@selvedge/kernel/command/define-command.ts';
import type { Tx } from '@selvedge/kernel/database/transaction.ts';
import { conflict, notFound, Refusal } from '@selvedge/kernel/errors.ts';
import type { HostedNode } from '@selvedge/kernel/node.ts';
import type { Bilingual } from '@selvedge/kernel/gate/decision.ts';
import { inWords } from '@selvedge/kernel/input-problems.ts';
import { MAX_POLICY_BYTES } from '@selvedge/rules/check-policy.ts';
import type { GateName } from '@selvedge/rules/index.ts';
import { gateNamed, problemsOf } from '../gates/known-gates.ts';
import { id, moment, reason } from '../input.ts';

type Policy = SubjectRow<'core_gate_policy'>;

export const gateName = z.string().max(60);
const definition = z
  .string()
  .min(2)
  .refine((text) => Buffer.byteLength(text) <= MAX_POLICY_BYTES, { error: () => inWords({ en: 'must be at most 64 KB', tr: 'en çok 64 KB olmalı' }) });
const note = z.string().trim().min(3).max(250);

/** Judged when it is submitted and again when it is published: the default may have changed in between. */
async function requireSound(tx: Tx, node: HostedNode, policy: Policy): Promise<void> {
  const problems = await problemsOf(tx, node, policy.gate as GateName, policy.definition, policy.cases);
  if (problems.length === 0) return;
  throw new Refusal(
    'POLICY_UNSOUND',
    422,
    {
      en: `This policy cannot go on: ${problems.map((one) => `${one.path}: ${one.message.en}`).join(' ')}`,
      tr: `Bu kural ilerleyemez: ${problems.map((one) => `${one.path}: ${one.message.tr}`).join(' ')}`,
    },
    { problems },
  );
}

const STATE_WORDS: Readonly<Record<Policy['state'], Bilingual>> = {
  draft: { en: 'a draft', tr: 'taslak' },
  in_review: { en: 'in review', tr: 'onay bekliyor' },
  published: { en: 'published', tr: 'yayımlandı' },
  retired: { en: 'retired', tr: 'kaldırıldı' },
};

function requireState({ state, version }: Policy, wanted: Policy['state']): void {
  if (state === wanted) return;
  const [is, takes] = [STATE_WORDS[state], STATE_WORDS[wanted]];
  throw conflict(
    'POLICY_STATE',
    {
      en: `Version ${version} is ${is.en}; this takes one that is ${takes.en}.`,
      tr: `${version} numaralı sürümün durumu "${is.tr}"; bu işlem "${takes.tr}" durumunda bir sürüm ister.`,
    },
    { state },
  );
}

/** What a version says is decided by two (J17): its author, and whoever lends to or borrows from them, does not publish it. */
async function requireAnother({ tx, org, identity }: CommandContext<Policy>, policy: Policy): Promise<void> {
  if (policy.author === null) return;
  const { same } = await tx.one<{ same: boolean }>('select app.same_hands($1, $2, $3, $4) as same', [
    org.id,
    identity.userId,
    policy.author,
    policy.created_at,
  ]);
  if (!same) return;
  throw new Refusal('OWN_POLICY', 403, {
    en: 'Whoever wrote a version does not publish it; ask somebody else who holds gates:publish.',
    tr: 'Bir sürümü yazan kişi yayımlayamaz; gates:publish izni olan başka birinden isteyin.',
  });
}

/** Numbers of an org's versions of one gate, held until commit so that two writers do not take the same one. */
async function nextVersion(tx: Tx, org: string, gate: string): Promise<number> {
  await tx.query(`select pg_advisory_xact_lock(hashtextextended($1, 0))`, [`policy ${org} ${gate}`]);
  return (await tx.one<{ next: number }>('select coalesce(max(version), 0) + 1 as next from core_gate_policy where org = $1 and gate = $2', [org, gate])).next;
}

const told = ({ gate, version, state }: Pick<Policy, 'gate' | 'version' | 'state'>, more: object = {}) => ({ gate, version, state, ...more });

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

const moved = z.strictObject({ policy: id, reason });

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

/** Whether decisions were made by it: one that is published for later, or was withdrawn before its time, says nothing yet. */
const wasInForce = ({ effective_from, retired_at }: Policy, now: Date): boolean => effective_from !== null && effective_from <= (retired_at ?? now);

const withdraw = commandOn({
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
const rollBack = commandIn({
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

/** Policies of gates as the orgs write them, from draft to publication. */
export const gatePolicyCommands: readonly Command[] = [draft, edit, submit, sendBack, publish, withdraw, discard, rollBack];
