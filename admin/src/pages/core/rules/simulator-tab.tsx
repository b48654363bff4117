import { Select } from 'antd';
import { useState } from 'react';
import { EmptyState } from '../../../components/state/empty-state.tsx';
import { ErrorState } from '../../../components/state/error-state.tsx';
import { Skeleton } from '../../../components/state/skeleton.tsx';
import { WhyBlockedCard } from '../../../components/why-blocked/why-blocked-card.tsx';
import { useText } from '../../../i18n/text.ts';
import { useViewList } from '../../../views/use-view-list.ts';
import type { GateTabProps } from './tab-props.ts';
import { useAsked, useRested } from './use-asked.ts';

/** One record as the gate judges it now, and as the text under work would. */
export function SimulatorTab({ gate, state, work }: GateTabProps) {
  const { t } = useText();
  const [typed, setTyped] = useState('');
  const q = useRested(typed);
  const found = useViewList(
    'core/gate-subjects',
    { scope: 'active', org: gate.org, gate: gate.gate, q },
    { enabled: gate.system !== null },
  );
  const subject = state.get('subject');
  const definition = useRested(work.draft?.definition);
  const answer = useAsked('gate-simulate', subject === '' ? null : { org: gate.org, gate: gate.gate, subject, definition });
  if (gate.system === null) return <EmptyState title={t('rules.noCommand')} why={t('rules.noCommandWhy')} />;
  return (
    <>
      <label className="sv-field sv-rules-pick">
        {t('rules.simulate.record')}
        <Select
          showSearch
          filterOption={false}
          data-testid="simulate-record"
          placeholder={t('rules.simulate.hint')}
          value={subject === '' ? null : (answer.data?.label ?? subject)}
          options={found.rows.map((row) => ({ value: row.id, label: row.label }))}
          onSearch={setTyped}
          onChange={(id: string) => state.set({ subject: id })}
        />
      </label>
      {subject === '' && <EmptyState title={t('rules.simulate.none')} why={t('rules.simulate.noneWhy')} />}
      {answer.error && <ErrorState error={answer.error} onRetry={answer.refetch} />}
      {subject !== '' && !answer.data && !answer.error && <Skeleton rows={4} />}
      {answer.data && !answer.error && (
        <div className="sv-side-by-side" data-testid="simulation">
          <section>
            <h2>{t('rules.simulate.inForce')}</h2>
            <WhyBlockedCard decision={answer.data.inForce} />
          </section>
          <section>
            <h2>{t('rules.simulate.draft')}</h2>
            {answer.data.draft ? (
              <WhyBlockedCard decision={answer.data.draft} judgedBy={t('rules.simulate.draft')} />
            ) : (
              <p className="sv-soft">{t('rules.simulate.noDraft')}</p>
            )}
          </section>
        </div>
      )}
    </>
  );
}
