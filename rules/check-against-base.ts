import { changedIn } from './diff-policies.ts';
import type { Fact } from './fact-kinds.ts';
import type { Condition, Policy, Requirement } from './policy.ts';
import { problem, type PolicyPath, type PolicyProblem } from './policy-problem.ts';

/** The facts that a condition judges or compares with. */
export const factsIn = (condition: Condition): readonly string[] => {
  if ('all' in condition) return condition.all.flatMap(factsIn);
  if ('any' in condition) return condition.any.flatMap(factsIn);
  const { fact, value } = condition;
  return typeof value === 'object' && value !== null && 'fact' in value ? [fact, value.fact] : [fact];
};

/** A requirement with the place where it stands. */
export interface Placed {
  readonly requirement: Requirement;
  readonly at: PolicyPath;
}

function checkEdited({ requirement, at }: Placed, base: Requirement, facts: readonly Fact[]): PolicyProblem[] {
  const { code } = requirement;
  if (base.locked) {
    return changedIn(base, requirement, facts).map(({ field, label }) =>
      problem(
        'LOCKED_EDITED',
        [...at, field],
        `${code} is locked, and "${label.en}" reads otherwise here; leave it as it is by default.`,
        `${code} kilitli, burada "${label.tr}" değiştirilmiş; varsayılandaki gibi bırakın.`,
      ),
    );
  }
  const more = requirement.lift.roles.filter((role) => !base.lift.roles.includes(role));
  const judged = factsIn(base.condition);
  return [
    ...(requirement.overridable && !base.overridable
      ? [
          problem(
            'OVERRIDE_WIDENED',
            [...at, 'overridable'],
            `${code} cannot be overridden by default, so no organisation may allow that.`,
            `${code} varsayılanda aşılamaz; hiçbir şirket buna izin veremez.`,
          ),
        ]
      : []),
    ...(more.length > 0 || requirement.lift.key !== base.lift.key
      ? [
          problem(
            'LIFT_WIDENED',
            [...at, 'lift'],
            `${code} is met by ${base.lift.roles.join(', ') || 'nobody'} with ${base.lift.key ?? 'no key'}; an organisation may name fewer roles, but no other and no other key.`,
            `${code} için varsayılan: ${base.lift.roles.join(', ') || 'hiç kimse'}, anahtar ${base.lift.key ?? 'yok'}; şirket daha az rol yazabilir, başka rol ya da anahtar yazamaz.`,
          ),
        ]
      : []),
    ...(factsIn(requirement.condition).some((fact) => judged.includes(fact))
      ? []
      : [
          problem(
            'MEANING_CHANGED',
            [...at, 'condition'],
            `${code} judges ${judged.join(', ')} by default and none of them here; give what is judged here a code of its own.`,
            `${code} varsayılanda şunlara bakar: ${judged.join(', ')}; burada hiçbirine bakmıyor. Buradaki koşula kendi kodunu verin.`,
          ),
        ]),
  ];
}

/** What is locked always refuses, and a warning holds nothing up that an override could let through. */
export const checkSeverities = (placed: readonly Placed[]): PolicyProblem[] =>
  placed.flatMap(({ requirement: { code, severity, locked, overridable }, at }) => {
    if (severity === 'block') return [];
    return [
      ...(locked
        ? [
            problem(
              'LOCKED_WARNS',
              [...at, 'severity'],
              `${code} is locked, so it refuses; make it "block".`,
              `${code} kilitli, bu yüzden geçirmez; "block" yapın.`,
            ),
          ]
        : []),
      ...(overridable
        ? [
            problem(
              'WARNING_OVERRIDABLE',
              [...at, 'overridable'],
              `${code} only warns, so there is nothing to override; take one of the two back.`,
              `${code} yalnız uyarır, aşılacak bir şey yok; ikisinden birinden vazgeçin.`,
            ),
          ]
        : []),
    ];
  });

/** What cannot be overridden by anybody, because the gate has no key for it. */
export const checkOverrides = (placed: readonly Placed[], overrideKey: unknown): PolicyProblem[] =>
  placed
    .filter(({ requirement }) => requirement.overridable && overrideKey === null)
    .map(({ requirement: { code }, at }) =>
      problem(
        'OVERRIDE_WITHOUT_KEY',
        [...at, 'overridable'],
        `This gate has no override key, so ${code} cannot be overridden.`,
        `Bu geçidin aşma anahtarı yok; ${code} aşılamaz.`,
      ),
    );

/**
 * What a policy may not do to the default it replaces: drop or edit what is locked, or open what is shut.
 * @param codes of all its requirements; `placed` holds those that can be read
 */
export function checkAgainstBase(placed: readonly Placed[], codes: readonly unknown[], base: Policy, facts: readonly Fact[]): PolicyProblem[] {
  const dropped = base.requirements
    .filter((one) => one.locked && !codes.includes(one.code))
    .map(({ code }) =>
      problem('LOCKED_DROPPED', ['requirements'], `${code} is locked and missing here; put it back.`, `${code} kilitli ve burada yok; geri koyun.`),
    );
  const edited = placed.flatMap((one) => {
    const was = base.requirements.find(({ code }) => code === one.requirement.code);
    return was ? checkEdited(one, was, facts) : [];
  });
  return [...dropped, ...edited];
}
