import type { z } from 'zod';
import { refuses, type Bilingual, type Decision, type Gate, type RequirementResult } from '@selvedge/kernel/gate/decision.ts';
import { buildEngine, type Facts } from './engine.ts';
import { policySchema, type Requirement } from './policy.ts';
import { phrase, type Phrase } from './phrase.ts';
import { withLocked } from './with-locked.ts';

/** Requirement codes that the evaluator itself may add. */
export const FACTS_INVALID = 'FACTS_INVALID';
export const ENGINE_FAILED = 'ENGINE_FAILED';

/** A requirement whose sentences wait for the facts. */
interface Prepared {
  readonly requirement: Requirement;
  readonly seen: Phrase;
  readonly needed: Phrase;
}

const result = ({ requirement, seen, needed }: Prepared, facts: Facts, met: boolean): RequirementResult => ({
  code: requirement.code,
  met,
  severity: requirement.locked ? 'block' : requirement.severity,
  sentence: requirement.sentence,
  seen: seen(facts),
  needed: needed(facts),
  lift: requirement.lift,
  next: requirement.next,
  command: requirement.command,
  overridable: requirement.overridable,
  overridden: false,
});

const UNREADABLE: Bilingual = { en: 'The facts this gate needs could not be read.', tr: 'Bu geçidin verileri okunamadı.' };
const FAILED: Bilingual = { en: 'The rules engine failed.', tr: 'Kural motoru çalışmadı.' };

const failure = (code: string, sentence: Bilingual, seen: string): RequirementResult => ({
  code,
  met: false,
  severity: 'block',
  sentence,
  seen: { en: seen, tr: seen },
  needed: { en: 'readable facts', tr: 'okunur veriler' },
  lift: { roles: ['admin'], key: null },
  next: { en: 'Tell an administrator; nothing passes until this is mended.', tr: 'Yöneticiye bildirin; düzelene kadar hiçbir şey geçmez.' },
  command: null,
  overridable: false,
  overridden: false,
});

/**
 * Makes a gate from its policy and the schema of its facts.
 * Facts are parsed before the engine sees them; unreadable facts and an engine failure refuse with
 * codes of their own. Every unmet requirement is answered, never only the first.
 * @throws z.ZodError when the policy itself is not well-formed
 */
export function createGate<S extends z.ZodType<Facts>>(rawPolicy: unknown, factsSchema: S): Gate<z.infer<S>> {
  const policy = policySchema.parse(rawPolicy);
  const judge = buildEngine(policy, factsSchema);
  const say = phrase(factsSchema);
  const prepared = policy.requirements.map((requirement) => ({ requirement, seen: say(requirement.seen), needed: say(requirement.needed) }));
  const decide = (subject: Decision['subject'], requirements: RequirementResult[]): Decision => ({
    gate: policy.gate,
    policyVersion: policy.version,
    title: policy.title,
    subject,
    allowed: !requirements.some(refuses),
    requirements,
  });
  return {
    name: policy.gate,
    version: policy.version,
    overrideKey: policy.overrideKey,
    bulkOverride: policy.bulkOverride,
    withPolicy: (other, over) => createGate(withLocked(policySchema.parse(other), over === undefined ? policy : policySchema.parse(over)).policy, factsSchema),
    recall: (rawFacts, kept, subject) => {
      const facts = factsSchema.safeParse(rawFacts).data ?? (rawFacts as Facts);
      const results = kept.flatMap(({ code, met, overridden, seen }): RequirementResult[] => {
        const one = prepared.find(({ requirement }) => requirement.code === code);
        if (one) return [{ ...result(one, facts, met), overridden }];
        return code === FACTS_INVALID || code === ENGINE_FAILED ? [failure(code, code === FACTS_INVALID ? UNREADABLE : FAILED, seen)] : [];
      });
      return decide(subject, results);
    },
    evaluate: async (rawFacts, subject) => {
      const facts = factsSchema.safeParse(rawFacts);
      if (!facts.success) {
        const seen = facts.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ');
        return decide(subject, [failure(FACTS_INVALID, UNREADABLE, seen)]);
      }
      try {
        const met = await judge(facts.data);
        return decide(
          subject,
          prepared.map((one, i) => result(one, facts.data, met[i] === true)),
        );
      } catch (error) {
        return decide(subject, [failure(ENGINE_FAILED, FAILED, (error as Error).message)]);
      }
    },
  };
}
