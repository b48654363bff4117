import type { Decision, LocalText } from './shared.ts';

export interface GateRow {
  id: string;
  orgId: string;
  org: string;
  gate: string;
  title: LocalText;
  /** null: no command of this node passes the gate */
  system: 'crm' | 'wms' | null;
  /** policy null: the default */
  inForce: { policy: string | null; version: number; effectiveFrom: string | null; publishedByName: string | null };
  drafts: number;
  inReview: number;
  scheduled: number;
}

export type FactKind =
  | 'amount'
  | 'quantity'
  | 'count'
  | 'flag'
  | 'word'
  | 'wordList'
  | 'text'
  | 'textList'
  | 'sentence'
  | 'day'
  | 'instant'
  | 'judgingDay'
  | 'judgingInstant';

export interface Fact {
  name: string;
  kind: FactKind;
  label: LocalText;
  source: string;
  nullable: boolean;
  words?: Record<string, LocalText>;
  nothing?: LocalText;
}

export type ValueKind = 'constant' | 'null' | 'list' | 'days' | 'sameFact' | 'listFact' | 'countFact';

export interface Operator {
  words: LocalText;
  takes: Partial<Record<FactKind, ValueKind[]>>;
}

export type LeafValue = string | number | boolean | null | string[] | { fact: string };
export interface Leaf {
  fact: string;
  operator: string;
  value: LeafValue;
}
export type Condition = Leaf | { all: Condition[] } | { any: Condition[] };

export interface PolicyRequirement {
  code: string;
  sentence: LocalText;
  seen: LocalText;
  needed: LocalText;
  condition: Condition;
  lift: { roles: string[]; key: string | null };
  next: LocalText;
  command?: string | null;
  severity?: 'block' | 'warn';
  overridable?: boolean;
  locked?: boolean;
}

export interface Policy {
  gate: string;
  version: number;
  title: LocalText;
  overrideKey: string | null;
  bulkOverride?: boolean;
  requirements: PolicyRequirement[];
}

export type VersionState = 'draft' | 'in_review' | 'published' | 'retired';

/** One thing that somebody did to a version, and why. */
export interface PolicyStep {
  command: string;
  at: string;
  actorName: string | null;
  onBehalfOfName: string | null;
  reason: string | null;
}

export interface PolicyVersion {
  id: string;
  version: number;
  state: VersionState;
  isInForce: boolean;
  isScheduled: boolean;
  /** Codes of locked requirements that count in it besides what its text says, or instead of it. */
  addedByProduct: string[];
  /** The first one first. */
  steps: PolicyStep[];
  definition: string;
  cases: string | null;
  note: string;
  authorName: string | null;
  isMine: boolean;
  createdAt: string;
  submittedAt: string | null;
  publishedByName: string | null;
  publishedAt: string | null;
  effectiveFrom: string | null;
  retiredAt: string | null;
  reason: string | null;
}

export interface GateView {
  id: string;
  gate: string;
  org: string;
  orgId: string;
  title: LocalText;
  system: 'crm' | 'wms' | null;
  overrideKey: string | null;
  facts: Fact[];
  operators: Record<string, Operator>;
  kindWords: Record<FactKind, LocalText>;
  roles: string[];
  keys: string[];
  commands: string[];
  base: Policy;
  /** newest first */
  /** Examples of the default, each with its facts and what is unmet in it. */
  cases: { id: string; facts: Record<string, unknown>; unmet: string[]; overridable: string[] }[];
  versions: PolicyVersion[];
  inForce: { policy: string | null; version: number };
  mayEdit: boolean;
  mayPublish: boolean;
}

export interface PolicyProblem {
  /** dotted: requirements.3.condition.any.0.value */
  path: string;
  code: string;
  message: LocalText;
}

export interface FieldChange {
  field: string;
  label: LocalText;
  before: LocalText;
  after: LocalText;
}

export interface PolicyDiff {
  fields: FieldChange[];
  requirements: { code: string; change: 'added' | 'removed' | 'changed'; sentence: LocalText; fields: FieldChange[] }[];
}

/** What is unmet in a case: what refuses, what of it can be overridden, what is only said. */
export interface CaseAnswer {
  unmet: string[];
  overridable: string[];
  warned?: string[];
}

export interface CheckAnswer {
  id: string;
  problems: PolicyProblem[];
  diff: PolicyDiff | null;
  answers: (CaseAnswer & { case: string; expected: string[] })[];
  /** What the text answers the cases that it adds, in their order; null where one has no facts. */
  added: (CaseAnswer | null)[];
  /** own cases as JSON that would say so */
  suggestedCases: string;
}

export interface SimulateAnswer {
  id: string;
  label: string | null;
  inForce: Decision;
  draft: Decision | null;
}

export interface TurnedDecision {
  decision: number;
  at: string;
  subjectType: string;
  subjectId: string;
  label: string | null;
  amount: string | null;
  currency: string | null;
  wasAllowed: boolean;
  isAllowed: boolean;
  codes: string[];
}

export interface BacktestAnswer {
  id: string;
  replayed: number;
  /** There may be older ones, which were not judged again. */
  isLatestOnly: boolean;
  /** Of these, older than a fact that the gate reads today. */
  unreadable: number;
  ms: number;
  turnedCount: number;
  turned: TurnedDecision[];
  sums: { currency: string; amount: string; isAllowed: boolean; count: number }[];
}

export interface SubjectRow {
  id: string;
  label: string;
  amount: string | null;
  currency: string | null;
}

export interface DecisionRow {
  id: number;
  at: string;
  org: string;
  gate: string;
  policy: string | null;
  version: number;
  subjectType: string;
  subjectId: string;
  label: string | null;
  amount: string | null;
  currency: string | null;
  allowed: boolean;
  unmet: string[];
  actorName: string | null;
  command: string | null;
  override: { reasonCode: string; note: string } | null;
}

export interface DecisionView extends DecisionRow {
  facts: Record<string, unknown>;
  /** null: the policy of that day is not kept */
  asOf: Decision | null;
}

export interface OverrideRow {
  id: string;
  org: string;
  gate: string;
  code: string;
  reasonCode: string | null;
  actorName: string | null;
  count: number;
  lastAt: string;
}
