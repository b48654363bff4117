import { MenuFoldOutlined, MenuUnfoldOutlined } from '@ant-design/icons';
import { NavLink } from 'react-router';
import type { System } from '../api/types/shared.ts';
import { countText } from '../format/numbers.ts';
import { useText } from '../i18n/text.ts';
import { useScopedPath } from '../routing/scope.ts';
import { useKeys } from '../session/use-keys.ts';
import { useRoles } from '../session/use-roles.ts';
import { Brand } from './brand.tsx';
import { NAV_ICONS } from './nav-icons.ts';
import { pagesOf, type NavItem } from './nav-items.ts';
import { useNavCounts } from './use-nav-counts.ts';

interface SideNavProps {
  isCollapsed: boolean;
  onToggle: () => void;
  /** On a phone a choice closes the drawer. */
  onChosen: () => void;
}

/** The role's own pages in the order of its day, grouped by system where it has both. */
export function SideNav({ isCollapsed, onToggle, onChosen }: SideNavProps) {
  const { t } = useText();
  const pages = pagesOf(useRoles(), useKeys());
  const systems = [...new Set(pages.map((page) => page.system))];
  return (
    <nav className={`sv-nav ${isCollapsed ? 'is-collapsed' : ''}`} aria-label={t('shell.navigation')}>
      <Brand isShort={isCollapsed} />
      <div className="sv-nav-pages">
        {systems.map((system) => (
          <NavGroup
            key={system}
            title={systems.length > 1 ? system : null}
            pages={pages.filter((page) => page.system === system)}
            isCollapsed={isCollapsed}
            onChosen={onChosen}
          />
        ))}
      </div>
      <button type="button" className="sv-nav-fold" aria-label={t(isCollapsed ? 'shell.expand' : 'shell.collapse')} onClick={onToggle}>
        {isCollapsed ? <MenuUnfoldOutlined /> : <MenuFoldOutlined />}
      </button>
    </nav>
  );
}

interface NavGroupProps {
  title: System | null;
  pages: readonly NavItem[];
  isCollapsed: boolean;
  onChosen: () => void;
}

function NavGroup({ title, pages, isCollapsed, onChosen }: NavGroupProps) {
  const { t, language } = useText();
  const scoped = useScopedPath();
  const counts = useNavCounts();
  return (
    <div className="sv-nav-group">
      {title && <p className="sv-nav-title">{isCollapsed ? title.toUpperCase() : t(`system.${title}`)}</p>}
      {pages.map((page) => {
        const Icon = NAV_ICONS[page.id];
        const count = counts[page.id];
        return (
          <NavLink
            key={page.id}
            to={scoped(page.path)}
            className={({ isActive }) => `sv-nav-link ${isActive ? 'is-active' : ''}`}
            title={isCollapsed ? t(page.label) : undefined}
            data-testid={`nav-${page.path.slice(1)}`}
            onClick={onChosen}
          >
            <span className="sv-nav-icon" aria-hidden>
              <Icon />
            </span>
            <span className="sv-nav-label">{t(page.label)}</span>
            {count !== undefined && count > 0 && <span className="sv-nav-count">{countText(count, language)}</span>}
          </NavLink>
        );
      })}
    </div>
  );
}
