import { Button } from 'antd';
import { useState } from 'react';
import type { BacktestAnswer } from '../../../api/types/rules.ts';
import { EmptyState } from '../../../components/state/empty-state.tsx';
import { ErrorState } from '../../../components/state/error-state.tsx';
import { Skeleton } from '../../../components/state/skeleton.tsx';
import { Money } from '../../../components/value/money.tsx';
import { countText } from '../../../format/numbers.ts';
import { useText } from '../../../i18n/text.ts';
import type { GateTabProps } from './tab-props.ts';
import { Turn, TurnedTable } from './turned-table.tsx';
import { useAsked } from './use-asked.ts';

/** As many as one replay judges: whatever turned round is listed. */
const ALL_LISTED = 10_000;

/** Past decisions, judged anew by the text under work: what would have gone the other way, and for how much. */
export function BacktestTab({ gate, work }: GateTabProps) {
  const { t } = useText();
  const [definition, setDefinition] = useState<string | null>(null);
  const answer = useAsked('gate-backtest', definition === null ? null : { org: gate.org, gate: gate.gate, definition, list: ALL_LISTED });
  const { draft } = work;
  if (gate.system === null) return <EmptyState title={t('rules.noCommand')} why={t('rules.noCommandWhy')} />;
  if (!draft) return <EmptyState title={t('rules.noDraft')} why={t('rules.noDraftWhy')} />;
  const isOld = definition !== null && definition !== draft.definition;
  return (
    <>
      <p className="sv-soft">{t('rules.backtest.why')}</p>
      <div className="sv-actions">
        <Button
          type="primary"
          loading={answer.isAsking}
          data-testid="run-backtest"
          onClick={() => (definition === draft.definition ? answer.refetch() : setDefinition(draft.definition))}
        >
          {t('rules.backtest.run')}
        </Button>
      </div>
      {answer.isAsking && (
        <>
          <p role="status">{t('rules.backtest.running')}</p>
          <Skeleton rows={4} />
        </>
      )}
      {!answer.isAsking && answer.error && <ErrorState error={answer.error} onRetry={answer.refetch} />}
      {!answer.isAsking && !answer.error && answer.data && (
        <>
          {isOld && <p className="sv-consequence">{t('rules.backtest.old')}</p>}
          <Result answer={answer.data} gate={gate.gate} org={gate.org} />
        </>
      )}
    </>
  );
}

function Result({ answer, gate, org }: { answer: BacktestAnswer; gate: string; org: string }) {
  const { t, language } = useText();
  const count = (value: number) => countText(value, language);
  return (
    <section data-testid="backtest" data-turned={answer.turnedCount}>
      <p>
        <strong>{t('rules.backtest.turned', { turned: count(answer.turnedCount), replayed: count(answer.replayed) })}</strong>{' '}
        <span className="sv-faint">{t('rules.backtest.took', { ms: count(answer.ms) })}</span>
      </p>
      {answer.isLatestOnly && <p className="sv-soft">{t('rules.backtest.latestOnly', { replayed: count(answer.replayed) })}</p>}
      {answer.unreadable > 0 && <p className="sv-soft">{t('rules.backtest.unreadable', { unreadable: count(answer.unreadable) })}</p>}
      {answer.sums.length > 0 && (
        <ul className="sv-sums">
          {answer.sums.map((sum) => (
            <li key={`${sum.currency} ${String(sum.isAllowed)}`}>
              <Turn isAllowed={sum.isAllowed} /> <Money amount={sum.amount} currency={sum.currency} strong />{' '}
              <span className="sv-faint">{t('rules.backtest.records', { records: count(sum.count) })}</span>
            </li>
          ))}
        </ul>
      )}
      {answer.turned.length > 0 && <TurnedTable gate={gate} org={org} turned={answer.turned} />}
    </section>
  );
}
