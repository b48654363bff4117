import { z } from 'zod';
import type { CommandContext, SubjectRow } from '@selvedge/kernel/command/define-command.ts';
import type { Tx } from '@selvedge/kernel/database/transaction.ts';
import { conflict, Refusal } from '@selvedge/kernel/errors.ts';
import type { HostedNode } from '@selvedge/kernel/node.ts';
import type { Bilingual } from '@selvedge/kernel/gate/decision.ts';
import { inWords } from '@selvedge/kernel/input-problems.ts';
import { MAX_POLICY_BYTES } from '@selvedge/rules/check-policy.ts';
import type { GateName } from '@selvedge/rules/index.ts';
import { problemsOf } from './known-gates.ts';
import { id, reason } from '../input.ts';

export type Policy = SubjectRow<'core_gate_policy'>;

export const gateName = z.string().max(60);
export const definition = z
  .string()
  .min(2)
  .refine((text) => Buffer.byteLength(text) <= MAX_POLICY_BYTES, { error: () => inWords({ en: 'must be at most 64 KB', tr: 'en çok 64 KB olmalı' }) });
export const note = z.string().trim().min(3).max(250);

/** What all moves of a version ask. */
export const moved = z.strictObject({ policy: id, reason });

/** Judged when it is submitted and again when it is published: the default may have changed in between. */
export async function requireSound(tx: Tx, node: HostedNode, policy: Policy): Promise<void> {
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

export function requireState({ state, version }: Policy, wanted: Policy['state']): void {
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
export async function requireAnother({ tx, org, identity }: CommandContext<Policy>, policy: Policy): Promise<void> {
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
export async function nextVersion(tx: Tx, org: string, gate: string): Promise<number> {
  await tx.query(`select pg_advisory_xact_lock(hashtextextended($1, 0))`, [`policy ${org} ${gate}`]);
  return (await tx.one<{ next: number }>('select coalesce(max(version), 0) + 1 as next from core_gate_policy where org = $1 and gate = $2', [org, gate])).next;
}

export const told = ({ gate, version, state }: Pick<Policy, 'gate' | 'version' | 'state'>, more: object = {}) => ({ gate, version, state, ...more });
