import type { Condition, Policy, Requirement } from '@selvedge/rules/policy.ts';

export interface Mutant {
  readonly name: string;
  readonly policy: Policy;
}

type Leaf = Extract<Condition, { operator: string }>;

/** Operators that one could be mistaken for: all of the table that judge the same facts. */
const OTHER_OPERATORS: Readonly<Record<string, readonly string[]>> = {
  equal: ['notEqual'],
  notEqual: ['equal'],
  in: ['notIn'],
  notIn: ['in'],
  greaterThanInclusive: ['lessThanInclusive', 'equal', 'notEqual'],
  lessThanInclusive: ['greaterThanInclusive', 'equal', 'notEqual'],
  decimalEqual: ['decimalAtMost', 'decimalAtLeast', 'decimalLessThan', 'decimalGreaterThan'],
  decimalAtMost: ['decimalGreaterThan', 'decimalLessThan', 'decimalEqual', 'decimalAtLeast'],
  decimalLessThan: ['decimalGreaterThan', 'decimalAtMost', 'decimalEqual', 'decimalAtLeast'],
  decimalAtLeast: ['decimalGreaterThan', 'decimalLessThan', 'decimalEqual', 'decimalAtMost'],
  decimalGreaterThan: ['decimalAtLeast', 'decimalLessThan', 'decimalEqual', 'decimalAtMost'],
  ageInDaysAtMost: ['ageInDaysAtLeast'],
  ageInDaysAtLeast: ['ageInDaysAtMost'],
  subsetOf: ['containsAll', 'disjoint'],
  containsAll: ['subsetOf', 'disjoint'],
  disjoint: ['subsetOf', 'containsAll'],
};

function otherValues(value: Leaf['value']): Leaf['value'][] {
  if (typeof value === 'boolean') return [!value];
  if (typeof value === 'number') return [value + 1, value - 1];
  if (value === null) return [''];
  if (Array.isArray(value)) return value.map((dropped) => value.filter((one) => one !== dropped));
  if (typeof value === 'object') return ['0', '999999999999', 0, []];
  return value === '0' ? ['1', '-1', '0.01'] : [`${value}_`];
}

function mutantsOfLeaf(leaf: Leaf): { name: string; condition: Condition }[] {
  const operators = OTHER_OPERATORS[leaf.operator];
  if (!operators) throw new Error(`No mutation is known for the operator ${leaf.operator}.`);
  return [
    ...operators.map((operator) => ({ name: `${leaf.fact} ${operator}`, condition: { ...leaf, operator } })),
    ...otherValues(leaf.value).map((value) => ({ name: `${leaf.fact} ${leaf.operator} ${JSON.stringify(value)}`, condition: { ...leaf, value } })),
  ];
}

function mutantsOfCondition(condition: Condition): { name: string; condition: Condition }[] {
  if ('operator' in condition) return mutantsOfLeaf(condition);
  const isAll = 'all' in condition;
  const parts = isAll ? condition.all : condition.any;
  const join = (list: readonly Condition[]): Condition => (isAll ? { all: list } : { any: list });
  return [
    { name: isAll ? 'any instead of all' : 'all instead of any', condition: isAll ? { any: parts } : { all: parts } },
    ...parts.map((_, dropped) => ({ name: `part ${dropped + 1} dropped`, condition: join(parts.filter((_part, i) => i !== dropped)) })),
    ...parts.flatMap((part, at) =>
      mutantsOfCondition(part).map(({ name, condition: changed }) => ({ name, condition: join(parts.map((one, i) => (i === at ? changed : one))) })),
    ),
  ];
}

/** Every policy that differs from this one in a single way that should matter to somebody. */
export function mutants(policy: Policy): Mutant[] {
  return policy.requirements.flatMap((requirement, at) => {
    const replaced = (changed: Partial<Requirement>): Policy => ({
      ...policy,
      requirements: policy.requirements.map((one, i) => (i === at ? { ...one, ...changed } : one)),
    });
    return [
      { name: `${requirement.code} removed`, policy: { ...policy, requirements: policy.requirements.filter((_, i) => i !== at) } },
      { name: `${requirement.code} overridable: ${!requirement.overridable}`, policy: replaced({ overridable: !requirement.overridable }) },
      { name: `${requirement.code} only warns`, policy: replaced({ severity: 'warn', locked: false }) },
      ...mutantsOfCondition(requirement.condition).map(({ name, condition }) => ({ name: `${requirement.code}: ${name}`, policy: replaced({ condition }) })),
    ];
  });
}
