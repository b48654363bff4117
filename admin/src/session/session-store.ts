import { login, logout } from '@directus/sdk';
import { useSyncExternalStore } from 'react';
import { askDirectus } from '../api/directus.ts';
import { request } from '../api/http.ts';
import { errorIn } from '../api/server-error.ts';
import type { Me } from '../api/types/me.ts';
import type { System } from '../api/types/shared.ts';
import { baseOf, homeSystems } from './nodes.ts';

/**
 * `expired`: was signed in on this page; the page stays as it is while the person signs in again.
 * `leaving`: signed out, and the login page is being loaded.
 */
export type SessionState =
  | { kind: 'unknown' }
  | { kind: 'out' }
  | { kind: 'expired'; me: Me }
  | { kind: 'in'; me: Me }
  | { kind: 'unreachable' }
  | { kind: 'leaving' };

const UNKNOWN: SessionState = { kind: 'unknown' };
const sessions = new Map<string, SessionState>();
const listeners = new Set<() => void>();

function set(base: string, state: SessionState): void {
  sessions.set(base, state);
  for (const listener of listeners) listener();
}

export const sessionOf = (system: System): SessionState => sessions.get(baseOf(system)) ?? UNKNOWN;

/** Asks the system's node who is signed in. */
export async function refreshSession(system: System): Promise<SessionState> {
  const base = baseOf(system);
  try {
    const me = await request<Me>(`${base}/kernel/me`).then(unwrapped);
    set(base, isAnotherPerson(base, me) ? { kind: 'out' } : { kind: 'in', me });
  } catch (thrown) {
    // A known session outlives a moment without network; only an answer ends it.
    if (errorIn(thrown).status === 401) set(base, { kind: 'out' });
    else if (sessionOf(system).kind !== 'in') set(base, { kind: 'unreachable' });
  }
  return sessionOf(system);
}

/** `/kernel/me` answers the object itself; a `{ data }` envelope is read as well. */
function unwrapped(answer: Me | { data: Me }): Me {
  return 'data' in answer ? answer.data : answer;
}

/**
 * @param code  of the authenticator, for those who use one
 * @throws RequestFailed  401 when e-mail or password is wrong, or with INVALID_OTP when a code is needed or wrong
 */
export async function signIn(system: System, email: string, password: string, code = ''): Promise<SessionState> {
  await askDirectus(system, login({ email, password }, { mode: 'session', ...(code !== '' && { otp: code }) }));
  return refreshSession(system);
}

/** Somebody else left a session at the other node: nobody acts there in another's name. */
function isAnotherPerson(base: string, me: Me): boolean {
  const home = sessionOf(homeSystems()[0] ?? 'crm');
  return base !== '' && (home.kind === 'in' || home.kind === 'expired') && home.me.user.email !== me.user.email;
}

/** An answer of any kind, also that there is no session, says that none is open. */
async function endSession(system: System): Promise<void> {
  try {
    await askDirectus(system, logout({ mode: 'session' }));
  } catch (thrown) {
    const { status } = errorIn(thrown);
    if (status === 0 || status >= 500) throw thrown;
  }
}

/**
 * Signs out of both nodes where there are two; of the other one as far as it answers.
 * @throws RequestFailed  when the node that served the app does not answer: the session is still open
 */
export async function signOut(): Promise<void> {
  const [home = 'crm'] = homeSystems();
  const others = (['crm', 'wms'] as const).filter((system) => baseOf(system) !== baseOf(home));
  await Promise.all([endSession(home), ...others.map((system) => endSession(system).catch(() => undefined))]);
  set(baseOf(home), { kind: 'leaving' });
}

/** A request was answered 401: the session ended behind our back. */
export function sessionEnded(system: System): void {
  const state = sessionOf(system);
  if (state.kind === 'in') set(baseOf(system), { kind: 'expired', me: state.me });
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const useSession = (system: System): SessionState => useSyncExternalStore(subscribe, () => sessionOf(system));
