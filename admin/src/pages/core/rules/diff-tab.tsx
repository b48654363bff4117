import { EmptyState } from '../../../components/state/empty-state.tsx';
import { ErrorState } from '../../../components/state/error-state.tsx';
import { Skeleton } from '../../../components/state/skeleton.tsx';
import { useText } from '../../../i18n/text.ts';
import { DiffList } from './diff-list.tsx';
import type { GateTabProps } from './tab-props.ts';
import { useAsked, useRested } from './use-asked.ts';
import { VersionSelect } from './version-select.tsx';
import { textOf, versionOf } from './versions.ts';

const WORK = 'work';
const DEFAULT = 'default';

/** What one version says otherwise than another; as it opens, the text under work against what is in force. */
export function DiffTab({ gate, state, work }: GateTabProps) {
  const { t } = useText();
  const against = state.get('against') || (gate.inForce.policy ?? DEFAULT);
  const later = state.get('later') || (work.draft ? WORK : (gate.inForce.policy ?? DEFAULT));
  const isWork = later === WORK && work.draft !== null;
  const definition = useRested(isWork ? (work.draft?.definition ?? '') : textOf(gate, versionOf(gate, later)));
  const answer = useAsked('gate-check', {
    org: gate.org,
    gate: gate.gate,
    definition,
    against: against === DEFAULT ? null : against,
  });
  const diff = answer.data?.diff;
  return (
    <>
      <div className="sv-row is-wrap">
        <VersionSelect
          gate={gate}
          label={t('rules.diff.from')}
          value={against === DEFAULT ? null : against}
          onChange={(id) => state.set({ against: id ?? DEFAULT })}
        />
        {isWork ? (
          <span>{t('rules.diff.toWork')}</span>
        ) : (
          <VersionSelect
            gate={gate}
            label={t('rules.diff.to')}
            value={versionOf(gate, later)?.id ?? null}
            onChange={(id) => state.set({ later: id ?? DEFAULT })}
          />
        )}
        {work.draft && (
          <button
            type="button"
            className="sv-link-button"
            onClick={() => state.set({ later: isWork ? (gate.inForce.policy ?? DEFAULT) : WORK })}
          >
            {t(isWork ? 'rules.diff.chooseVersion' : 'rules.diff.chooseWork')}
          </button>
        )}
      </div>
      {answer.error && <ErrorState error={answer.error} onRetry={answer.refetch} />}
      {!answer.data && !answer.error && <Skeleton rows={4} />}
      {!answer.error &&
        answer.data &&
        (diff ? <DiffList diff={diff} /> : <EmptyState title={t('rules.unreadable')} why={t('rules.unreadableWhy')} />)}
    </>
  );
}
