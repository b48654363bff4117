import type { Currency, Role } from './shared.ts';

export type GrantState = 'live' | 'lent' | 'dormant' | 'future' | 'expired';

export interface GrantRow {
  id: string;
  orgId: string;
  org: string;
  userId: string;
  personName: string;
  email: string | null;
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
  active: boolean;
  people: number;
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
