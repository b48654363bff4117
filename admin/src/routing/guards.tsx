import { useIsAuthenticated } from '@refinedev/core';
import { useEffect, type ReactNode } from 'react';
import { Navigate, Outlet, useLocation } from 'react-router';
import type { Me } from '../api/types/me.ts';
import type { System } from '../api/types/shared.ts';
import { EmptyState } from '../components/state/empty-state.tsx';
import { ErrorState } from '../components/state/error-state.tsx';
import { Skeleton } from '../components/state/skeleton.tsx';
import { noAnswer } from '../api/server-error.ts';
import { useText } from '../i18n/text.ts';
import { SignInForm } from '../pages/login/sign-in-form.tsx';
import { homeSystem, systemsOf, useMe } from '../session/me.ts';
import { homeSystems, isTwoNodes } from '../session/nodes.ts';
import { refreshSession, useSession } from '../session/session-store.ts';
import { useRoles } from '../session/use-roles.ts';
import { landingOf } from '../shell/nav-items.ts';

/** Everything but the login page; comes back to the wanted page after signing in. */
export function SignedIn({ children }: { children: ReactNode }) {
  const { isLoading } = useIsAuthenticated();
  const session = useSession(homeSystem());
  const location = useLocation();
  if (session.kind === 'unreachable') return <ErrorState error={noAnswer} onRetry={() => void refreshSession(homeSystem())} />;
  if (isLoading || session.kind === 'unknown' || session.kind === 'leaving') return <Skeleton rows={10} />;
  if (session.kind === 'out') {
    const wanted = `${location.pathname}${location.search}`;
    return <Navigate to={wanted === '/' ? '/login' : `/login?to=${encodeURIComponent(wanted)}`} replace />;
  }
  return children;
}

/** Each role lands on its own command center. */
export function Landing() {
  const roles = useRoles();
  return <Navigate to={landingOf(roles, homeSystems())} replace />;
}

/** A system's pages: for its roles only, and with the second login when another node hosts it. */
export function SystemPages({ system }: { system: System }) {
  const { t } = useText();
  const me = useMe();
  if (me === null || !systemsOf(me).has(system))
    return <EmptyState title={t('states.notYours')} why={t('states.notYoursWhy', { system: t(`system.${system}`) })} />;
  return (
    <SignedInAt system={system} me={me}>
      <Outlet />
    </SignedInAt>
  );
}

/** What needs a session at the node of a system; asks for the second login when it is another node and nobody is signed in there. */
export function SignedInAt({ system, me, children }: { system: System; me: Me; children: ReactNode }) {
  const { t } = useText();
  const session = useSession(system);
  useEffect(() => {
    if (session.kind === 'unknown') void refreshSession(system);
  }, [session.kind, system]);
  if (session.kind === 'unknown' || session.kind === 'leaving') return <Skeleton rows={10} />;
  if (session.kind === 'unreachable') return <ErrorState error={noAnswer} onRetry={() => void refreshSession(system)} />;
  if (session.kind === 'out') {
    return (
      <div className="sv-second-login">
        <h1>{t('login.second')}</h1>
        <SignInForm system={system} email={me.user.email} isSystemNamed={isTwoNodes()} />
      </div>
    );
  }
  return children;
}
