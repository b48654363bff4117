import type { ListState } from '../../../components/command-center/use-list-state.ts';
import { useText } from '../../../i18n/text.ts';
import { nodesToChoose, useCoreNode } from '../../../session/core-node.ts';

/** Of two nodes, each knows what it sent and what it took; this chooses the one to look at. */
export function NodeChoice({ state }: { state: ListState }) {
  const { t } = useText();
  const nodes = nodesToChoose();
  const chosen = useCoreNode() ?? nodes[0];
  if (nodes.length === 0) return null;
  return (
    <label className="sv-row">
      {t('integration.node')}
      <select
        className="sv-scope"
        data-testid="node"
        value={chosen}
        onChange={(event) => state.set({ node: event.target.value, open: null })}
      >
        {nodes.map((node) => (
          <option key={node} value={node}>
            {t(`system.${node}`)}
          </option>
        ))}
      </select>
    </label>
  );
}
