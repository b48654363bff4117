import { EmptyState } from '../../../components/state/empty-state.tsx';
import { ErrorState } from '../../../components/state/error-state.tsx';
import { Skeleton } from '../../../components/state/skeleton.tsx';
import { RelativeTime } from '../../../components/value/relative-time.tsx';
import { countText } from '../../../format/numbers.ts';
import { useText } from '../../../i18n/text.ts';
import { useViewList } from '../../../views/use-view-list.ts';
import { useReasonName } from './reason-name.ts';
import type { GateTabProps } from './tab-props.ts';

/** Who overrode what here in the last 90 days, how often: a rule that is always overridden is the wrong rule. */
export function OverridesTab({ gate }: GateTabProps) {
  const { t, pick, language } = useText();
  const reasonName = useReasonName(gate.org);
  const list = useViewList('core/overrides', { scope: 'active', org: gate.org });
  if (list.error) return <ErrorState error={list.error} onRetry={list.refetch} />;
  if (list.isLoading) return <Skeleton rows={4} />;
  const rows = list.rows.filter((row) => row.gate === gate.gate);
  if (rows.length === 0) return <EmptyState title={t('rules.overrides.empty')} why={t('rules.overrides.emptyWhy')} />;
  const sentenceOf = (code: string) => {
    const sentence = gate.base.requirements.find((one) => one.code === code)?.sentence;
    return sentence ? pick(sentence) : code;
  };
  return (
    <div className="sv-matrix is-text" tabIndex={0} role="region" aria-label={t('rules.tab.overrides')}>
      <table>
        <thead>
          <tr>
            {(['what', 'who', 'why', 'count', 'last'] as const).map((title) => (
              <th key={title} scope="col">
                {t(`rules.overrides.${title}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id} data-testid="override">
              <th scope="row">{sentenceOf(row.code)}</th>
              <td>{row.actorName ?? '–'}</td>
              <td>{reasonName(row.reasonCode)}</td>
              <td className="sv-number">{countText(row.count, language)}</td>
              <td>
                <RelativeTime at={row.lastAt} org={row.org} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
