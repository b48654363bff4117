import { CloseOutlined, ExpandOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useText } from '../../i18n/text.ts';
import { useScopedPath } from '../../routing/scope.ts';

interface SidePanelProps {
  fullPath?: string;
  onClose: () => void;
  children: ReactNode;
}

/** Beside the list, not over it: the list can still be walked with j and k. */
export function SidePanel({ fullPath, onClose, children }: SidePanelProps) {
  const { t } = useText();
  const scoped = useScopedPath();
  return (
    <aside className="sv-panel" aria-label={t('panel.label')} data-testid="side-panel">
      <div className="sv-panel-bar">
        {fullPath && (
          <Link to={scoped(fullPath)} className="sv-panel-link" data-testid="open-full-page">
            <ExpandOutlined aria-hidden /> {t('panel.fullPage')}
          </Link>
        )}
        <span className="sv-grow" />
        <Button type="text" icon={<CloseOutlined />} aria-label={t('words.close')} onClick={onClose} />
      </div>
      {/* What is read alone, without a button in it, is scrolled with the keyboard as well. */}
      <div className="sv-panel-body" role="group" aria-label={t('panel.label')} tabIndex={0}>
        {children}
      </div>
    </aside>
  );
}
