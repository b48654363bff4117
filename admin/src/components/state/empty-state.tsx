import { InboxOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';

/** Says why nothing is here and offers the one next act. */
export function EmptyState({ title, why, act }: { title: string; why?: string | undefined; act?: ReactNode }) {
  return (
    <div className="sv-empty" role="status">
      <InboxOutlined aria-hidden className="sv-empty-icon" />
      <p className="sv-empty-title">{title}</p>
      {why && <p className="sv-empty-why">{why}</p>}
      {act}
    </div>
  );
}
