import type { Condition, Fact, GateView, Leaf, LeafValue, ValueKind } from '../../../api/types/rules.ts';

type Known = Pick<GateView, 'operators'> & { facts: readonly Fact[] };

/** Groups within groups, as deep as the server takes them. */
export const MAX_DEPTH = 4;

const LIST_OF: Partial<Record<Fact['kind'], Fact['kind']>> = { word: 'wordList', text: 'textList' };

export const operatorsFor = (fact: Fact, { operators }: Known): string[] =>
  Object.entries(operators)
    .filter(([, { takes }]) => takes[fact.kind] !== undefined)
    .map(([name]) => name);

/** Facts that some operator judges; what only explains is none. */
export const judgedFacts = (known: Known): Fact[] => known.facts.filter((fact) => operatorsFor(fact, known).length > 0);

/** Facts that a fact may be compared with. */
export function factsAgainst(fact: Fact, kind: ValueKind, facts: readonly Fact[]): Fact[] {
  const wanted = kind === 'sameFact' ? fact.kind : kind === 'countFact' ? 'count' : kind === 'listFact' ? LIST_OF[fact.kind] : undefined;
  return facts.filter((other) => other.kind === wanted && other.name !== fact.name);
}

/** What an operator can compare this fact with, as far as there is such a thing. */
export const valueKindsFor = (fact: Fact, operator: string, known: Known): ValueKind[] =>
  (known.operators[operator]?.takes[fact.kind] ?? []).filter((kind) => {
    if (kind === 'null') return fact.nullable;
    return !kind.endsWith('Fact') || factsAgainst(fact, kind, known.facts).length > 0;
  });

/** Which kind of value stands there now. */
export function kindOfValue(value: LeafValue, kinds: readonly ValueKind[]): ValueKind | undefined {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'list';
  if (typeof value === 'object') return kinds.find((kind) => kind.endsWith('Fact'));
  return kinds.find((kind) => kind === 'constant' || kind === 'days');
}

/** A value to begin with. */
export function firstValue(fact: Fact, kind: ValueKind | undefined, known: Known): LeafValue {
  switch (kind) {
    case undefined:
    case 'null':
      return null;
    case 'list':
      return Object.keys(fact.words ?? {}).slice(0, 1);
    case 'days':
      return 30;
    case 'sameFact':
    case 'listFact':
    case 'countFact':
      return { fact: factsAgainst(fact, kind, known.facts)[0]?.name ?? '' };
    case 'constant':
      break;
  }
  if (fact.kind === 'flag') return true;
  if (fact.kind === 'count') return 0;
  if (fact.kind === 'amount' || fact.kind === 'quantity') return '0';
  return Object.keys(fact.words ?? {})[0] ?? '';
}

/** A row about a fact, with the first operator that judges it. */
export function leafAbout(fact: Fact, known: Known, wanted?: string): Leaf {
  const usable = operatorsFor(fact, known);
  const operator = (wanted !== undefined && usable.includes(wanted) ? wanted : usable[0]) ?? '';
  return { fact: fact.name, operator, value: firstValue(fact, valueKindsFor(fact, operator, known)[0], known) };
}

/** A row to begin with. A gate without a fact that can be judged has no policy at all. */
export function firstLeaf(known: Known): Leaf {
  const [fact] = judgedFacts(known);
  return fact ? leafAbout(fact, known) : { fact: '', operator: '', value: null };
}

export type GroupKind = 'all' | 'any';
export const groupOf = (kind: GroupKind, parts: Condition[]): Condition => (kind === 'all' ? { all: parts } : { any: parts });
