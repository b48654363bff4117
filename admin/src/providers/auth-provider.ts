import type { AuthProvider } from '@refinedev/core';
import { errorIn } from '../api/server-error.ts';
import { homeMe, homeSystem } from '../session/me.ts';
import { refreshSession, sessionOf, signIn, signOut } from '../session/session-store.ts';

interface Credentials {
  email: string;
  password: string;
}

/** Signs in to the node that served the app; the other node is asked for only when one of its pages is opened. */
export const authProvider: AuthProvider = {
  async login({ email, password }: Credentials) {
    try {
      const state = await signIn(homeSystem(), email, password);
      return state.kind === 'in'
        ? { success: true }
        : { success: false, error: { name: 'NO_SESSION', message: 'NO_SESSION', statusCode: 0 } };
    } catch (thrown) {
      const error = errorIn(thrown);
      return { success: false, error: { name: error.code, message: error.message, statusCode: error.status } };
    }
  },
  async logout() {
    try {
      await signOut();
    } catch (thrown) {
      const { code, message, status } = errorIn(thrown);
      return { success: false, error: { name: code, message, statusCode: status } };
    }
    // A full load: nothing of this person stays in memory for the next one.
    window.location.assign(`${import.meta.env.BASE_URL}login`);
    return { success: true };
  },
  async check() {
    const known = sessionOf(homeSystem());
    const state = known.kind === 'unknown' ? await refreshSession(homeSystem()) : known;
    return ['in', 'expired', 'leaving'].includes(state.kind) ? { authenticated: true } : { authenticated: false, redirectTo: '/login' };
  },
  // A 401 is handled where it happens: the page stays, and a dialog asks to sign in again.
  onError: () => Promise.resolve({}),
  getPermissions: () => Promise.resolve(homeMe()?.orgs.flatMap((org) => org.keys) ?? []),
  getIdentity: () => Promise.resolve(homeMe()?.user ?? null),
};
