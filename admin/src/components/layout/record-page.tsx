import { ArrowLeftOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useText } from '../../i18n/text.ts';
import type { TextKey } from '../../i18n/text-key.ts';
import { useScopedPath } from '../../routing/scope.ts';
import { useTitle } from './use-title.ts';

/** A panel's content as a page of its own, with the way back to its list. */
export function RecordPage({ backTo, backLabel, children }: { backTo: string; backLabel: TextKey; children: ReactNode }) {
  const { t } = useText();
  const scoped = useScopedPath();
  useTitle(t(backLabel));
  return (
    <div className="sv-record-page">
      <Link to={scoped(backTo)} className="sv-back">
        <ArrowLeftOutlined aria-hidden /> {t(backLabel)}
      </Link>
      {children}
    </div>
  );
}
