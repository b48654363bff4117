import { Button } from 'antd';
import { useState } from 'react';
import type { BacktestAnswer } from '../../../api/types/rules.ts';
import { EmptyState } from '../../../components/state/empty-state.tsx';
import { ErrorState } from '../../../components/state/error-state.tsx';
import { Skeleton } from '../../../components/state/skeleton.tsx';
import { StatusTag } from '../../../components/status/status-tag.tsx';
import { Money } from '../../../components/value/money.tsx';
import { OrgTag } from '../../../components/value/org-tag.tsx';
import { RelativeTime } from '../../../components/value/relative-time.tsx';
import { countText } from '../../../format/numbers.ts';
import { useText } from '../../../i18n/text.ts';
import { RecordLink } from './record-link.tsx';
import type { GateTabProps } from './tab-props.ts';
import { useAsked } from './use-asked.ts';

/** Past decisions, judged anew by the text under work: what would have gone the other way, and for how much. */
export function BacktestTab({ gate, work }: GateTabProps) {
  const { t } = useText();
  const [definition, setDefinition] = useState<string | null>(null);
  const answer = useAsked('gate-backtest', definition === null ? null : { org: gate.org, gate: gate.gate, definition });
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
          <Result answer={answer.data} org={gate.org} />
        </>
      )}
    </>
  );
}

function Result({ answer, org }: { answer: BacktestAnswer; org: string }) {
  const { t, language } = useText();
  const count = (value: number) => countText(value, language);
  return (
    <section data-testid="backtest" data-turned={answer.turnedCount}>
      <p>
        <strong>{t('rules.backtest.turned', { turned: count(answer.turnedCount), replayed: count(answer.replayed) })}</strong>{' '}
        <span className="sv-faint">{t('rules.backtest.took', { ms: count(answer.ms) })}</span>
      </p>
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
      {answer.turned.length > 0 && (
        <div className="sv-matrix is-text" tabIndex={0} role="region" aria-label={t('rules.tab.backtest')}>
          <table>
            <thead>
              <tr>
                <th scope="col">{t('rules.column.record')}</th>
                <th scope="col">{t('column.org')}</th>
                <th scope="col">{t('rules.column.turn')}</th>
                <th scope="col">{t('rules.column.amount')}</th>
                <th scope="col">{t('rules.column.because')}</th>
                <th scope="col">{t('rules.column.at')}</th>
              </tr>
            </thead>
            <tbody>
              {answer.turned.map((one) => (
                <tr key={one.decision}>
                  <th scope="row">
                    <RecordLink table={one.subjectType} id={one.subjectId} label={one.label} />
                  </th>
                  <td>
                    <OrgTag code={org} />
                  </td>
                  <td>
                    <Turn isAllowed={one.isAllowed} />
                  </td>
                  <td>{one.currency === null ? '–' : <Money amount={one.amount} currency={one.currency} />}</td>
                  <td className="sv-mono">{one.codes.join(', ')}</td>
                  <td>
                    <RelativeTime at={one.at} org={org} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}

function Turn({ isAllowed }: { isAllowed: boolean }) {
  const { t } = useText();
  return <StatusTag tone={isAllowed ? 'done' : 'blocked'}>{t(isAllowed ? 'rules.nowAllowed' : 'rules.nowBlocked')}</StatusTag>;
}
