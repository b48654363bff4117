import type { ReactNode } from 'react';
import type { ListState } from '../../../components/command-center/use-list-state.ts';
import { EmptyState } from '../../../components/state/empty-state.tsx';
import { useText } from '../../../i18n/text.ts';
import { SignedInAt } from '../../../routing/guards.tsx';
import { CoreNode, otherNode } from '../../../session/core-node.ts';
import { useMe } from '../../../session/me.ts';
import { useKeys } from '../../../session/use-keys.ts';
import { readsRules } from '../../../shell/nav-items.ts';
import '../../../styles/rules.css';

/** For who reads policies only; of two nodes, the one that hosts the gates. */
export function RulesNode({ state, children }: { state: ListState; children: ReactNode }) {
  const { t } = useText();
  const me = useMe();
  const node = otherNode(state.get('node'));
  if (!readsRules(useKeys()))
    return <EmptyState title={t('states.notYours')} why={t('states.notYoursWhy', { system: t('rules.title') })} />;
  if (node === null || me === null) return children;
  return (
    <CoreNode value={node}>
      <SignedInAt key={node} system={node} me={me}>
        {children}
      </SignedInAt>
    </CoreNode>
  );
}
