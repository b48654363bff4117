import { lazy, Suspense } from 'react';
import type { System } from '../api/types/shared.ts';
import { useSession } from '../session/session-store.ts';

const SignInDialog = lazy(() => import('./sign-in-dialog.tsx').then((module) => ({ default: module.SignInDialog })));

/** The session ended while a page was open: the page stays as it is, nothing typed is lost. */
export function SignInAgain() {
  const crm = useSession('crm');
  const wms = useSession('wms');
  const system: System = crm.kind === 'expired' ? 'crm' : 'wms';
  const expired = crm.kind === 'expired' ? crm : wms.kind === 'expired' ? wms : null;
  if (!expired) return null;
  return (
    <Suspense fallback={null}>
      <SignInDialog system={system} me={expired.me} />
    </Suspense>
  );
}
