import { isDeepStrictEqual } from 'node:util';
import type { Bilingual } from '@selvedge/kernel/gate/decision.ts';
import { conditionInWords } from './condition-in-words.ts';
import type { Fact } from './fact-kinds.ts';
import type { Policy, Requirement } from './policy.ts';
import { say } from './say.ts';

/** One thing that reads otherwise than before, in words. */
export interface FieldChange {
  readonly field: string;
  readonly label: Bilingual;
  readonly before: Bilingual;
  readonly after: Bilingual;
}

export interface RequirementChange {
  readonly code: string;
  readonly change: 'added' | 'removed' | 'changed';
  /** What it asks, as it was last. */
  readonly sentence: Bilingual;
  /** Empty but for a change. */
  readonly fields: readonly FieldChange[];
}

export interface PolicyDiff {
  /** Of the policy itself: its title, its override key. */
  readonly fields: readonly FieldChange[];
  /** In the order of the later version, then what was removed. */
  readonly requirements: readonly RequirementChange[];
}

const same = (text: string | null): Bilingual => ({ en: text ?? 'none', tr: text ?? 'yok' });
const yesNo = (value: boolean): Bilingual => ({ en: say(value, {}, 'en'), tr: say(value, {}, 'tr') });

interface Field<T> {
  readonly label: Bilingual;
  readonly read: (from: T, facts: readonly Fact[]) => Bilingual;
}

const SEVERITY_WORDS: Readonly<Record<Requirement['severity'], Bilingual>> = {
  block: { en: 'refuses', tr: 'geçirmez' },
  warn: { en: 'only warns', tr: 'yalnız uyarır' },
};

const POLICY_FIELDS: Readonly<Record<string, Field<Policy>>> = {
  title: { label: { en: 'Title', tr: 'Başlık' }, read: (policy) => policy.title },
  overrideKey: { label: { en: 'Override key', tr: 'Aşma anahtarı' }, read: (policy) => same(policy.overrideKey) },
  bulkOverride: { label: { en: 'Overridden in bulk', tr: 'Topluca aşılır' }, read: (policy) => yesNo(policy.bulkOverride) },
};

/** Every field of a requirement but its code, by which it is known. */
const REQUIREMENT_FIELDS: Readonly<Record<Exclude<keyof Requirement, 'code'>, Field<Requirement>>> = {
  sentence: { label: { en: 'What is asked', tr: 'İstenen' }, read: (one) => one.sentence },
  condition: { label: { en: 'Condition', tr: 'Koşul' }, read: (one, facts) => conditionInWords(one.condition, facts) },
  seen: { label: { en: 'What was seen', tr: 'Görülen' }, read: (one) => one.seen },
  needed: { label: { en: 'What is needed', tr: 'Gereken' }, read: (one) => one.needed },
  lift: {
    label: { en: 'Who can meet it', tr: 'Kim giderebilir' },
    read: ({ lift }) => same([...lift.roles, ...(lift.key ? [lift.key] : [])].join(', ') || null),
  },
  next: { label: { en: 'Next step', tr: 'Sıradaki adım' }, read: (one) => one.next },
  command: { label: { en: 'Command of the next step', tr: 'Sıradaki adımın komutu' }, read: (one) => same(one.command) },
  severity: { label: { en: 'While it is unmet', tr: 'Karşılanmazken' }, read: (one) => SEVERITY_WORDS[one.severity] },
  overridable: { label: { en: 'Can be overridden', tr: 'Aşılabilir' }, read: (one) => yesNo(one.overridable) },
  locked: { label: { en: 'Locked', tr: 'Kilitli' }, read: (one) => yesNo(one.locked) },
};

function changedFields<T extends object>(fields: Readonly<Record<string, Field<T>>>, before: T, after: T, facts: readonly Fact[]): FieldChange[] {
  return Object.entries(fields).flatMap(([field, { label, read }]) =>
    isDeepStrictEqual(before[field as keyof T], after[field as keyof T]) ? [] : [{ field, label, before: read(before, facts), after: read(after, facts) }],
  );
}

/** What reads otherwise in a requirement; nothing, when it is the same. */
export const changedIn = (before: Requirement, after: Requirement, facts: readonly Fact[]): readonly FieldChange[] =>
  changedFields(REQUIREMENT_FIELDS, before, after, facts);

/**
 * What changed from one version of a policy to another, requirement by requirement, in words for people.
 * Requirements are told apart by their codes; their order says nothing. The version itself is left out.
 * @param facts of the gate, by which conditions are said
 */
export function diffPolicies(before: Policy, after: Policy, facts: readonly Fact[]): PolicyDiff {
  const earlier = new Map(before.requirements.map((one) => [one.code, one]));
  const later = new Set(after.requirements.map((one) => one.code));
  const kept = after.requirements.flatMap((one): RequirementChange[] => {
    const was = earlier.get(one.code);
    if (!was) return [{ code: one.code, change: 'added', sentence: one.sentence, fields: [] }];
    const fields = changedIn(was, one, facts);
    return fields.length === 0 ? [] : [{ code: one.code, change: 'changed', sentence: one.sentence, fields }];
  });
  const removed = before.requirements
    .filter((one) => !later.has(one.code))
    .map((one): RequirementChange => ({ code: one.code, change: 'removed', sentence: one.sentence, fields: [] }));
  return { fields: changedFields(POLICY_FIELDS, before, after, facts), requirements: [...kept, ...removed] };
}
