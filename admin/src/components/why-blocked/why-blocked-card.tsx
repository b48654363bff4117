import { CheckCircleFilled, DownOutlined, RightOutlined, StopFilled } from '@ant-design/icons';
import { useState, type ReactNode } from 'react';
import { refuses } from '../../actions/gate-refusal.ts';
import type { Decision, Requirement } from '../../api/types/shared.ts';
import { useText } from '../../i18n/text.ts';
import { RequirementRow } from './requirement-row.tsx';

interface WhyBlockedCardProps {
  decision: Decision;
  /** What judged, where it is no version in force. */
  judgedBy?: string;
  /** The button for the next step of one requirement, where this screen has it. */
  stepFor?: (requirement: Requirement) => ReactNode;
}

/** One row per unmet requirement, those that only warn last; met ones folded below with their proofs. */
export function WhyBlockedCard({ decision, judgedBy, stepFor }: WhyBlockedCardProps) {
  const { t, pick } = useText();
  const [showMet, setShowMet] = useState(false);
  const open = decision.requirements.filter((requirement) => !requirement.met && !requirement.overridden);
  const unmet = open.filter(refuses);
  const warnings = open.filter((requirement) => !refuses(requirement));
  const met = decision.requirements.filter((requirement) => requirement.met || requirement.overridden);
  const Icon = decision.allowed ? CheckCircleFilled : StopFilled;
  return (
    <section
      className={`sv-why ${decision.allowed ? 'is-allowed' : 'is-blocked'}`}
      data-testid="why-blocked"
      data-allowed={decision.allowed}
    >
      <header className="sv-why-head">
        <Icon aria-hidden />
        <h2>
          {decision.allowed
            ? t('why.allowed', { gate: pick(decision.title) })
            : t('why.blocked', { gate: pick(decision.title), count: unmet.length })}
          {warnings.length > 0 && ` · ${t('why.warnings', { count: warnings.length })}`}
        </h2>
        <span className="sv-faint">{judgedBy ?? t('why.policy', { version: decision.policyVersion })}</span>
      </header>
      {open.length > 0 && (
        <ul className="sv-why-list">
          {[...unmet, ...warnings].map((requirement) => (
            <RequirementRow key={requirement.code} requirement={requirement} step={stepFor?.(requirement)} />
          ))}
        </ul>
      )}
      {met.length > 0 && (
        <>
          <button type="button" className="sv-fold" aria-expanded={showMet} onClick={() => setShowMet(!showMet)}>
            {showMet ? <DownOutlined aria-hidden /> : <RightOutlined aria-hidden />} {t('why.met', { count: met.length })}
          </button>
          {showMet && (
            <ul className="sv-why-list is-met">
              {met.map((requirement) => (
                <RequirementRow key={requirement.code} requirement={requirement} />
              ))}
            </ul>
          )}
        </>
      )}
    </section>
  );
}
