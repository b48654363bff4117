import type { GateView, Policy, PolicyRequirement } from '../../../api/types/rules.ts';
import type { LocalText } from '../../../api/types/shared.ts';
import { Facts } from '../../../components/layout/facts.tsx';
import { StatusTag } from '../../../components/status/status-tag.tsx';
import { useText } from '../../../i18n/text.ts';
import { ConditionWords } from './condition-words.tsx';
import { useRoleNames } from './role-names.ts';

/** A policy in words, one card for each thing it asks for. */
export function PolicyCards({ gate, policy }: { gate: GateView; policy: Policy }) {
  const { t } = useText();
  return (
    <ol className="sv-policy" aria-label={t('rules.requirements')}>
      {policy.requirements.map((requirement) => (
        <li key={requirement.code}>
          <RequirementCard gate={gate} requirement={requirement} />
        </li>
      ))}
    </ol>
  );
}

export function RequirementCard({ gate, requirement }: { gate: GateView; requirement: PolicyRequirement }) {
  const { t, pick } = useText();
  const roleNames = useRoleNames();
  const { lift } = requirement;
  // In place of a fact's value stands what the fact is called.
  const filled = (words: LocalText) =>
    pick(words).replaceAll(/\{(\w+)\}/g, (whole, name: string) => {
      const fact = gate.facts.find((one) => one.name === name);
      return fact ? `‹${pick(fact.label)}›` : whole;
    });
  return (
    <article className="sv-policy-card" data-testid="policy-requirement" data-code={requirement.code}>
      <header className="sv-row is-wrap">
        <strong>{pick(requirement.sentence)}</strong>
        <span className="sv-grow" />
        {requirement.locked === true && <StatusTag tone="idle">{t('rules.locked')}</StatusTag>}
        {requirement.severity === 'warn' && <StatusTag tone="waiting">{t('rules.severities.warn')}</StatusTag>}
        {requirement.overridable === true && <StatusTag tone="waiting">{t('rules.overridable')}</StatusTag>}
      </header>
      <ConditionWords gate={gate} condition={requirement.condition} />
      <Facts
        facts={[
          { label: t('why.seen'), value: filled(requirement.seen) },
          { label: t('why.needed'), value: filled(requirement.needed) },
          { label: t('why.lift'), value: [roleNames(lift.roles), lift.key].filter(Boolean).join(' · ') || '–' },
          { label: t('rules.next'), value: pick(requirement.next) },
        ]}
      />
      <span className="sv-faint sv-mono">{requirement.code}</span>
    </article>
  );
}
