import type { QueueTab } from '../../../components/command-center/column.ts';
import { QueueStrip } from '../../../components/command-center/queue-strip.tsx';
import type { ListState } from '../../../components/command-center/use-list-state.ts';
import { useText } from '../../../i18n/text.ts';
import { useScope } from '../../../routing/scope.ts';
import { NodeChoice } from '../integration/node-choice.tsx';
import { OverrideReport } from './override-report.tsx';

/** Overrides of every gate in the chosen orgs, beside the queues of the gates. */
export function AllOverrides({ state, tabs }: { state: ListState; tabs: readonly QueueTab[] }) {
  const { t } = useText();
  const { scope, params } = useScope();
  return (
    <div className="sv-center">
      <div className="sv-center-main">
        <div className="sv-page-head">
          <h1>{t('rules.title')}</h1>
        </div>
        <QueueStrip tabs={tabs} chosen="overrides" onChoose={(id) => state.set({ tab: id, open: null, q: null, from: null, to: null })} />
        <NodeChoice state={state} />
        <div className="sv-tab-body sv-rules">
          <OverrideReport state={state} params={params} org={scope.kind === 'active' ? scope.org.code : null} gate={null} />
        </div>
      </div>
    </div>
  );
}
