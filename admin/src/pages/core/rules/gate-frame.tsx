import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { GateView } from '../../../api/types/rules.ts';
import type { QueueTab } from '../../../components/command-center/column.ts';
import { QueueStrip } from '../../../components/command-center/queue-strip.tsx';
import type { ListState } from '../../../components/command-center/use-list-state.ts';
import { useTitle } from '../../../components/layout/use-title.ts';
import { OrgTag } from '../../../components/value/org-tag.tsx';
import { useText } from '../../../i18n/text.ts';
import { useScopedPath } from '../../../routing/scope.ts';
import { useCoreNode } from '../../../session/core-node.ts';
import { InForceTag } from './gate-columns.tsx';

interface GateFrameProps {
  gate: GateView;
  state: ListState;
  tabs: readonly QueueTab[];
  chosen: string;
  children: ReactNode;
}

/** The head and tabs of a gate around what is no list. */
export function GateFrame({ gate, state, tabs, chosen, children }: GateFrameProps) {
  const { pick } = useText();
  useTitle(pick(gate.title));
  return (
    <div className="sv-center">
      <div className="sv-center-main">
        <div className="sv-page-head">
          <h1>{pick(gate.title)}</h1>
        </div>
        <QueueStrip tabs={tabs} chosen={chosen} onChoose={(id) => state.set({ tab: id, open: null, q: null })} />
        <GateLead gate={gate} />
        <div className="sv-tab-body sv-rules">{children}</div>
      </div>
    </div>
  );
}

/** Which gate, where, and by which version it judges. */
export function GateLead({ gate }: { gate: GateView }) {
  const { t } = useText();
  const scoped = useScopedPath();
  const node = useCoreNode();
  return (
    <div className="sv-row is-wrap sv-rules-lead">
      <Link to={scoped(node === null ? '/rules' : `/rules?node=${node}`)}>{t('rules.all')}</Link>
      <OrgTag code={gate.org} />
      <span className="sv-mono sv-faint">{gate.gate}</span>
      <InForceTag inForce={gate.inForce} />
    </div>
  );
}
