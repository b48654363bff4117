import type { DecisionView, Fact, GateView } from '../../../api/types/rules.ts';
import { Facts } from '../../../components/layout/facts.tsx';
import { Loaded } from '../../../components/layout/loaded.tsx';
import { RecordHead } from '../../../components/layout/record-head.tsx';
import { Section } from '../../../components/layout/section.tsx';
import { RelativeTime } from '../../../components/value/relative-time.tsx';
import { WhyBlockedCard } from '../../../components/why-blocked/why-blocked-card.tsx';
import { useText } from '../../../i18n/text.ts';
import { useViewOne } from '../../../views/use-view-one.ts';
import { AnswerTag, VersionName } from './decision-marks.tsx';
import { useFactText } from './fact-text.ts';
import { useReasonName } from './reason-name.ts';
import { RecordLink } from './record-link.tsx';

/** One decision as of its day: the card of the policy that judged, over the facts it saw. */
export function DecisionPanel({ gate, id }: { gate: GateView; id: string }) {
  const view = useViewOne('core/decision', id, { scope: 'active', org: gate.org });
  return <Loaded view={view}>{(decision) => <Shown gate={gate} decision={decision} />}</Loaded>;
}

function Shown({ gate, decision }: { gate: GateView; decision: DecisionView }) {
  const { t, pick } = useText();
  const factText = useFactText();
  const reasonName = useReasonName(gate.org);
  const shown = gate.facts.filter((fact: Fact) => fact.name in decision.facts);
  return (
    <article data-testid="decision">
      <RecordHead
        code={<VersionName row={decision} />}
        status={<AnswerTag row={decision} />}
        title={<RecordLink table={decision.subjectType} id={decision.subjectId} label={decision.label} />}
        meta={<RelativeTime at={decision.at} org={decision.org} />}
      />
      <Facts
        facts={[
          { label: t('rules.column.who'), value: decision.actorName ?? '–' },
          decision.override && { label: t('rules.overrides.why'), value: reasonName(decision.override.reasonCode) },
          decision.override && { label: t('field.note'), value: decision.override.note },
        ]}
      />
      {decision.asOf ? <WhyBlockedCard decision={decision.asOf} /> : <p className="sv-soft">{t('rules.decisions.notKept')}</p>}
      <Section title={t('rules.decisions.facts')}>
        <Facts facts={shown.map((fact) => ({ label: pick(fact.label), value: factText(fact, decision.facts[fact.name]) }))} />
      </Section>
    </article>
  );
}
