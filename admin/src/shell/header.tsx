import {
  BulbOutlined,
  LogoutOutlined,
  MenuOutlined,
  MoonOutlined,
  QuestionCircleOutlined,
  SafetyOutlined,
  SearchOutlined,
  SunOutlined,
  UserOutlined,
} from '@ant-design/icons';
import { useLogout } from '@refinedev/core';
import { Button, Dropdown } from 'antd';
import { lazy, Suspense, useState, type ReactNode } from 'react';
import { notify } from '../components/notices/notice-store.ts';
import { chooseLanguage, useText } from '../i18n/text.ts';
import { useMe } from '../session/me.ts';
import { useRoles } from '../session/use-roles.ts';
import { chooseTheme, useThemeChoice, type ThemeChoice } from '../theme/theme-mode.ts';
import { useWaitingScans } from '../warehouse/offline-queue.ts';
import { ConnectionState } from './connection-state.tsx';
import { ScopeChoice } from './scope-choice.tsx';

const SecondStepDialog = lazy(() => import('./second-step-dialog.tsx').then((module) => ({ default: module.SecondStepDialog })));

interface HeaderProps {
  onMenu: () => void;
  onPalette: () => void;
  onKeys: () => void;
}

const THEME_ICONS: Record<ThemeChoice, ReactNode> = { light: <SunOutlined />, dark: <MoonOutlined />, system: <BulbOutlined /> };
const NEXT_THEME: Record<ThemeChoice, ThemeChoice> = { system: 'light', light: 'dark', dark: 'system' };

export function Header({ onMenu, onPalette, onKeys }: HeaderProps) {
  const { t, language } = useText();
  const theme = useThemeChoice();
  return (
    <header className="sv-header">
      <Button type="text" className="sv-menu-button" icon={<MenuOutlined />} aria-label={t('shell.menu')} onClick={onMenu} />
      <ScopeChoice />
      <button type="button" className="sv-palette-button" aria-keyshortcuts="Control+K" data-testid="open-palette" onClick={onPalette}>
        <SearchOutlined aria-hidden />
        <span>{t('shell.find')}</span>
        <kbd>Ctrl K</kbd>
      </button>
      <span className="sv-grow" />
      <ConnectionState />
      <Button
        type="text"
        className="sv-hide-phone"
        icon={<QuestionCircleOutlined />}
        aria-label={t('keys.title')}
        title={t('keys.title')}
        onClick={onKeys}
      />
      <Button
        type="text"
        data-testid="language"
        aria-label={`${language === 'tr' ? 'EN' : 'TR'}: ${t('shell.otherLanguage')}`}
        title={t('shell.otherLanguage')}
        onClick={() => void chooseLanguage(language === 'tr' ? 'en' : 'tr')}
      >
        {language === 'tr' ? 'EN' : 'TR'}
      </Button>
      <Button
        type="text"
        data-testid="theme"
        icon={THEME_ICONS[theme]}
        aria-label={t('shell.theme', { theme: t(`theme.${theme}`) })}
        title={t('shell.theme', { theme: t(`theme.${theme}`) })}
        onClick={() => chooseTheme(NEXT_THEME[theme])}
      />
      <PersonMenu />
    </header>
  );
}

function PersonMenu() {
  const { t } = useText();
  const me = useMe();
  const roles = useRoles();
  const { mutate: logout } = useLogout();
  const waiting = useWaitingScans().length;
  const [asksStep, setAsksStep] = useState(false);
  const signOut = () =>
    logout(undefined, {
      onSuccess: ({ success }) => {
        if (!success) notify({ tone: 'blocked', title: t('login.stillIn'), text: t('login.stillInWhy') });
      },
    });
  if (!me) return null;
  return (
    <>
      <Dropdown
        trigger={['click']}
        menu={{
          items: [
            {
              key: 'who',
              disabled: true,
              label: (
                <span className="sv-person">
                  <strong>{me.user.name}</strong>
                  <span>{me.user.email}</span>
                  <span>{[...roles].map((role) => t(`role.${role}`)).join(', ')}</span>
                </span>
              ),
            },
            { type: 'divider' },
            {
              key: 'second-step',
              icon: <SafetyOutlined />,
              label: t(me.hasSecondStep ? 'secondStep.menuOn' : 'secondStep.menuOff'),
              onClick: () => setAsksStep(true),
              'data-testid': 'second-step',
            },
            {
              key: 'out',
              icon: <LogoutOutlined />,
              label: (
                <span className="sv-person">
                  {t('login.out')}
                  {waiting > 0 && <span>{t('login.outWaiting', { count: waiting })}</span>}
                </span>
              ),
              onClick: signOut,
              'data-testid': 'sign-out',
            },
          ],
        }}
      >
        <Button type="text" icon={<UserOutlined />} aria-label={t('shell.person', { name: me.user.name })} data-testid="person">
          <span className="sv-hide-phone">{me.user.name}</span>
        </Button>
      </Dropdown>
      {asksStep && (
        <Suspense fallback={null}>
          <SecondStepDialog me={me} onClose={() => setAsksStep(false)} />
        </Suspense>
      )}
    </>
  );
}
