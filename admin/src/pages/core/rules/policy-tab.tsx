import { EmptyState } from '../../../components/state/empty-state.tsx';
import { useText } from '../../../i18n/text.ts';
import { AddedByProduct } from './added-by-product.tsx';
import { PolicyCards } from './policy-cards.tsx';
import type { GateTabProps } from './tab-props.ts';
import { VersionSelect } from './version-select.tsx';
import { countingPolicy, versionOf } from './versions.ts';

const DEFAULT = 'default';

/** The version in force, or a chosen one, in words. */
export function PolicyTab({ gate, state }: GateTabProps) {
  const { t } = useText();
  const wanted = state.get('version') || (gate.inForce.policy ?? DEFAULT);
  const version = versionOf(gate, wanted);
  const policy = countingPolicy(gate, version);
  return (
    <>
      <VersionSelect
        gate={gate}
        label={t('rules.shown')}
        value={version?.id ?? null}
        onChange={(id) => state.set({ version: id ?? DEFAULT })}
      />
      {version && <p className="sv-soft">{version.note}</p>}
      {version && <AddedByProduct version={version} />}
      {policy ? <PolicyCards gate={gate} policy={policy} /> : <EmptyState title={t('rules.unreadable')} why={t('rules.unreadableWhy')} />}
    </>
  );
}
