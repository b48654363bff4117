import type { ReactNode } from 'react';
import { QueueStrip } from '../../../components/command-center/queue-strip.tsx';
import { useTitle } from '../../../components/layout/use-title.ts';
import { useText } from '../../../i18n/text.ts';
import type { TabProps } from './tab-props.ts';

interface TabFrameProps extends TabProps {
  primary?: ReactNode;
  children: ReactNode;
}

/** A tab that is no list: the same head and strip around what it shows. */
export function TabFrame({ tabs, chosen, state, lead, primary, children }: TabFrameProps) {
  const { t } = useText();
  useTitle(t('integration.title'));
  return (
    <div className="sv-center">
      <div className="sv-center-main">
        <div className="sv-page-head">
          <h1>{t('integration.title')}</h1>
          <span className="sv-grow" />
          {primary}
        </div>
        <QueueStrip tabs={tabs} chosen={chosen} onChoose={(id) => state.set({ tab: id, open: null, q: null, status: null })} />
        {lead}
        <div className="sv-tab-body">{children}</div>
      </div>
    </div>
  );
}
