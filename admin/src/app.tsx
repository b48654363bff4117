import { Refine } from '@refinedev/core';
import { QueryClient } from '@tanstack/react-query';
import routerProvider from '@refinedev/react-router';
import { ConfigProvider } from 'antd';
import { lazy, Suspense } from 'react';
import { BrowserRouter, Route, Routes } from 'react-router';
import { errorIn } from './api/server-error.ts';
import type { System } from './api/types/shared.ts';
import { EmptyState } from './components/state/empty-state.tsx';
import { Skeleton } from './components/state/skeleton.tsx';
import { useAntdLocale } from './i18n/antd-locale.ts';
import { useText } from './i18n/text.ts';
import { accessControlProvider } from './providers/access-control-provider.ts';
import { authProvider } from './providers/auth-provider.ts';
import { dataProvider } from './providers/data-provider.ts';
import { i18nProvider } from './providers/i18n-provider.ts';
import { liveProvider } from './providers/live-provider.ts';

import { Landing, SignedIn, SystemPages } from './routing/guards.tsx';
import { PAGE_ROUTES } from './routing/page-routes.ts';
import { antdThemeOf } from './theme/theme.ts';
import { useThemeMode } from './theme/theme-mode.ts';

const LoginPage = lazy(() => import('./pages/login/login-page.tsx').then((module) => ({ default: module.LoginPage })));
const ResetPasswordPage = lazy(() =>
  import('./pages/login/reset-password-page.tsx').then((module) => ({ default: module.ResetPasswordPage })),
);
const Shell = lazy(() => import('./shell/shell.tsx').then((module) => ({ default: module.Shell })));

const SYSTEMS: readonly System[] = ['core', 'crm', 'wms'];
const TRIES = 2;

const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 5_000,
      refetchOnWindowFocus: true,
      // A refusal stays a refusal; only a lost answer or a fault is asked again.
      retry: (count, thrown) => {
        const { status } = errorIn(thrown);
        return count < TRIES && (status === 0 || status >= 500);
      },
    },
  },
});

export function App() {
  const mode = useThemeMode();
  const locale = useAntdLocale();
  return (
    <ConfigProvider theme={antdThemeOf(mode)} {...(locale ? { locale } : {})} wave={{ disabled: true }}>
      <BrowserRouter basename={import.meta.env.BASE_URL.replace(/\/$/, '')}>
        <Refine
          authProvider={authProvider}
          dataProvider={dataProvider}
          liveProvider={liveProvider}
          accessControlProvider={accessControlProvider}
          i18nProvider={i18nProvider}
          routerProvider={routerProvider}
          options={{ liveMode: 'auto', disableTelemetry: true, reactQuery: { clientConfig: queryClient } }}
        >
          <Suspense fallback={<Skeleton rows={10} />}>
            <Routes>
              <Route path="/login" element={<LoginPage />} />
              <Route path="/reset-password" element={<ResetPasswordPage />} />
              <Route
                element={
                  <SignedIn>
                    <Shell />
                  </SignedIn>
                }
              >
                <Route index element={<Landing />} />
                {SYSTEMS.map((system) => (
                  <Route key={system} element={<SystemPages system={system} />}>
                    {PAGE_ROUTES.filter((route) => route.system === system).map(({ path, Page }) => (
                      <Route key={path} path={path} element={<Page />} />
                    ))}
                  </Route>
                ))}
                <Route path="*" element={<NothingHere />} />
              </Route>
            </Routes>
          </Suspense>
        </Refine>
      </BrowserRouter>
    </ConfigProvider>
  );
}

function NothingHere() {
  const { t } = useText();
  return <EmptyState title={t('states.noPage')} why={t('states.noPageWhy')} />;
}
