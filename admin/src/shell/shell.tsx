import { lazy, Suspense, useEffect, useState } from 'react';
import { Outlet, useLocation } from 'react-router';
import { listenToKeys, usePageKeys } from '../components/keys/use-page-keys.ts';
import { useIsNarrow } from '../components/layout/use-media.ts';
import { Notices } from '../components/notices/notices.tsx';
import { FaultBoundary } from '../components/state/fault-boundary.tsx';
import { Skeleton } from '../components/state/skeleton.tsx';
import { useText } from '../i18n/text.ts';
import { useScopeInAddress } from '../routing/scope.ts';
import { Header } from './header.tsx';
import { IntegrationBanner } from './integration-banner.tsx';
import { SideNav } from './side-nav.tsx';
import { SignInAgain } from './sign-in-again.tsx';

const loadPalette = () => import('./palette.tsx').then((module) => ({ default: module.Palette }));
const Palette = lazy(loadPalette);
const KeysHelp = lazy(() => import('./keys-help.tsx').then((module) => ({ default: module.KeysHelp })));

const STORED_AS = 'selvedge.nav';

/** Navigation left, scope and tools above, the page in between. */
export function Shell() {
  const { t } = useText();
  const isNarrow = useIsNarrow();
  const { pathname } = useLocation();
  const [isCollapsed, setCollapsed] = useState(() => localStorage.getItem(STORED_AS) === 'collapsed');
  const [isDrawerOpen, setDrawerOpen] = useState(false);
  const [overlay, setOverlay] = useState<'palette' | 'keys' | null>(null);

  useScopeInAddress();
  useEffect(listenToKeys, []);
  // Fetched while nobody waits: what is typed right after Ctrl-K must not go astray.
  useEffect(() => void loadPalette(), []);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      setOverlay('palette');
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
  usePageKeys([{ key: '?', help: 'keys.title', run: () => setOverlay('keys') }]);

  const toggle = () => {
    if (isNarrow) {
      setDrawerOpen(false);
      return;
    }
    localStorage.setItem(STORED_AS, isCollapsed ? 'open' : 'collapsed');
    setCollapsed(!isCollapsed);
  };
  return (
    <div className={`sv-shell ${isDrawerOpen ? 'is-drawer-open' : ''}`}>
      <a className="sv-skip" href="#page">
        {t('shell.skip')}
      </a>
      {isNarrow && isDrawerOpen && (
        <button type="button" className="sv-drawer-mask" aria-label={t('words.close')} onClick={() => setDrawerOpen(false)} />
      )}
      {(!isNarrow || isDrawerOpen) && (
        <SideNav isCollapsed={!isNarrow && isCollapsed} onToggle={toggle} onChosen={() => setDrawerOpen(false)} />
      )}
      <div className="sv-shell-main">
        <Header onMenu={() => setDrawerOpen(true)} onPalette={() => setOverlay('palette')} onKeys={() => setOverlay('keys')} />
        <IntegrationBanner />
        <main id="page" className="sv-page" tabIndex={-1}>
          <Suspense fallback={<Skeleton rows={12} />}>
            <FaultBoundary place={pathname}>
              <Outlet />
            </FaultBoundary>
          </Suspense>
        </main>
      </div>
      <Notices />
      <SignInAgain />
      <Suspense fallback={null}>
        {overlay === 'palette' && <Palette onClose={() => setOverlay(null)} />}
        {overlay === 'keys' && <KeysHelp onClose={() => setOverlay(null)} />}
      </Suspense>
    </div>
  );
}
