import type { Currency, LocalText, Role, System } from './shared.ts';

export type GrantState = 'live' | 'lent' | 'dormant' | 'future' | 'expired';

export interface GrantRow {
  id: string;
  orgId: string;
  org: string;
  userId: string;
  personName: string;
  email: string | null;
  /** Signs in with a password and never chose one. */
  hasNoPassword: boolean;
  role: Role;
  extraKeys: string[] | null;
  startsAt: string | null;
  expiresAt: string | null;
  state: GrantState;
  lenderName: string | null;
  grantedByName: string | null;
  reason: string | null;
  createdAt: string;
}

export interface PersonRow {
  id: string;
  name: string;
  email: string | null;
}

export interface RoleCell {
  role: Role;
  byDefault: boolean;
  /** null: as by default */
  tuned: boolean | null;
  allowed: boolean;
  isOfOtherSide: boolean;
}

export interface KeyRow {
  id: string;
  orgId: string;
  org: string;
  key: string;
  isPinned: boolean;
  roles: RoleCell[];
}

export interface OrgRow {
  id: string;
  code: string;
  name: string;
  currency: Currency;
  timeZone: string;
  senderEmail: string | null;
  brandColor: string | null;
  priceStaleDays: number;
  /** Decimal. */
  allowedDiscountPercent: string;
  active: boolean;
  people: number;
}

export interface OverrideReasonRow {
  id: string;
  orgId: string;
  org: string;
  side: 'crm' | 'wms';
  /** Null counts for every gate of the side. */
  gate: string | null;
  code: string;
  labelEn: string;
  labelTr: string;
  active: boolean;
  position: number;
}

export interface OverridableGateRow {
  /** The gate's name. */
  id: string;
  side: 'crm' | 'wms';
  title: LocalText;
}

export interface LentRow {
  id: string;
  org: string;
  role: Role;
  state: GrantState;
  isMine: boolean;
  lenderName: string;
  borrowerName: string;
  startsAt: string;
  expiresAt: string;
  reason: string | null;
}

export interface LendableRow {
  id: string;
  orgId: string;
  org: string;
  role: Role;
}

/** What a person would lose with a grant. */
export interface LossView {
  personName: string;
  org: string;
  role: Role | null;
  keys: string[];
  isWholeOrg: boolean;
  borrowers: string[];
}

export interface SeriesPoint {
  at: string;
  events: number;
  /** Null while none of the slot arrived. */
  lagP50Ms: number | null;
  lagP95Ms: number | null;
}

/** One direction as this node knows it: the sending end, the receiving one, or both. */
export interface DirectionTraffic {
  source: string;
  target: string;
  sends: boolean;
  receives: boolean;
  pending: number;
  dead: number;
  oldestPendingAt: string | null;
  sentLastHour: number;
  lagP50Ms: number | null;
  lagP95Ms: number | null;
  waiting: number;
  parked: number;
  oldestHeldAt: string | null;
  perMinute: SeriesPoint[];
  perHour: SeriesPoint[];
}

export interface IntegrationAlert {
  dead: number;
  parked: number;
  backlogSince: string | null;
  /** Systems whose node speaks another contract than the one that was asked. */
  contractDiffersAt: System[];
}

/** A kind of event of which some are held. */
export interface HeldType {
  type: string;
  count: number;
}

export type EventStatus = 'pending' | 'delivered' | 'dead' | 'waiting' | 'parked' | 'applied' | 'skipped';

export interface EventRow {
  id: string;
  eventId: string;
  side: 'sent' | 'received';
  type: string;
  source: string;
  target: string;
  org: string | null;
  entity: string | null;
  entityId: string | null;
  sequence: number | null;
  status: EventStatus;
  reason: string | null;
  attempts: number;
  at: string;
}

interface StoredEvent {
  type: string;
  source: string;
  target: string;
  org: string | null;
  entity: string | null;
  entityId: string | null;
  sequence: number | null;
  status: EventStatus;
  contractVersion: string;
  idempotencyKey: string | null;
  /** The signed second, then the signatures; null while it was never sent. */
  signature: string | null;
  at: string;
  body: string;
}

export interface Change {
  id: number;
  subjectType: string;
  subjectId: string;
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
}

export interface EventView {
  id: string;
  sent:
    | (StoredEvent & {
        attempts: number;
        nextAttemptAt: string;
        lastError: string | null;
        /** Why it was given up. */
        skipReason: string | null;
        deliveredAt: string | null;
        answer: string | null;
      })
    | null;
  received: (StoredEvent & { reason: string | null; waitingFor: string | null; appliedAt: string | null; replays: number }) | null;
  changes: Change[];
}

export interface ContractView {
  version: string;
  hash: string;
  systems: { system: string; version: string | null; hash: string | null; agrees: boolean }[];
  history: { version: string; date: string; what: string }[];
}

export interface SecretRow {
  id: string;
  kind: 'secret' | 'key';
  source: string;
  target: string;
  createdAt: string;
  expiresAt: string | null;
  revokedAt: string | null;
  lastUsedAt: string | null;
  status: 'active' | 'ending' | 'expired' | 'revoked';
}

export interface DriftRow {
  id: string;
  mirror: string;
  keeper: string;
  owner: string;
  entityId: string;
  org: string;
  kind: 'differs' | 'missing' | 'surplus';
  ownerDigest: string | null;
  mirrorDigest: string | null;
  foundAt: string;
  toldAt: string | null;
  healedAt: string | null;
}

export interface DriftRun {
  id: string;
  mirror: string;
  owner: string;
  keeper: string;
  at?: string;
  compared?: number;
  differing?: number;
  inFlight?: number;
  error?: string | null;
}

export interface AuditRow extends Change {
  org: string | null;
  at: string;
  actor: string;
  actorName: string | null;
  onBehalfOfName: string | null;
  command: string;
  reason: string | null;
  requestId: string | null;
  sealed: boolean;
}

export interface AuditVerdict {
  rows: number;
  unsealed: number;
  firstBroken: { chain: string; number: number; auditId: number | null; why: string } | null;
}

/** What a look through every keyhole found. `leaks` is told to the node's own administrators alone. */
export interface CertificateRow {
  id: string;
  at: string;
  systems: string[];
  people: number;
  probes: number;
  seconds: number;
  leakCount: number;
  leaks: { probe: string; leak: string }[];
}
