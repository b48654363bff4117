import type { ReactNode } from 'react';
import type { QueueTab } from '../../../components/command-center/column.ts';
import { QueueStrip } from '../../../components/command-center/queue-strip.tsx';
import type { ListState } from '../../../components/command-center/use-list-state.ts';
import { useTitle } from '../../../components/layout/use-title.ts';
import { useText } from '../../../i18n/text.ts';

interface AccessFrameProps {
  queues: { tabs: readonly QueueTab[]; param: string; chosen: string };
  state: ListState;
  children: ReactNode;
}

/** The head and tabs of the page around what is no list. */
export function AccessFrame({ queues, state, children }: AccessFrameProps) {
  const { t } = useText();
  useTitle(t('access.title'));
  return (
    <div className="sv-center">
      <div className="sv-center-main">
        <div className="sv-page-head">
          <h1>{t('access.title')}</h1>
        </div>
        <QueueStrip tabs={queues.tabs} chosen={queues.chosen} onChoose={(id) => state.set({ [queues.param]: id, open: null, q: null })} />
        <div className="sv-access">{children}</div>
      </div>
    </div>
  );
}
