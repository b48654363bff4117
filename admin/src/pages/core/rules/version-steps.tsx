import type { PolicyStep, PolicyVersion } from '../../../api/types/rules.ts';
import { RelativeTime } from '../../../components/value/relative-time.tsx';
import type { TextKey } from '../../../i18n/text-key.ts';
import { useText } from '../../../i18n/text.ts';

const NAMES: Record<string, TextKey> = {
  'gate-policy.draft': 'rules.step.draft',
  'gate-policy.edit': 'rules.step.edit',
  'gate-policy.submit': 'rules.step.submit',
  'gate-policy.return': 'rules.step.return',
  'gate-policy.publish': 'rules.step.publish',
  'gate-policy.discard': 'rules.step.discard',
  'gate-policy.withdraw': 'rules.step.withdraw',
  'gate-policy.roll-back': 'rules.step.rollBack',
};

/** Everything that was done to a version: by whom, when and why. */
export function VersionSteps({ version, org }: { version: PolicyVersion; org: string }) {
  const { t } = useText();
  if (version.steps.length === 0) return null;
  return (
    <details data-testid="version-steps">
      <summary>{t('rules.steps', { count: version.steps.length })}</summary>
      <ol className="sv-steps">
        {version.steps.map((step) => (
          <Step key={`${step.command} ${step.at}`} step={step} org={org} />
        ))}
      </ol>
    </details>
  );
}

function Step({ step, org }: { step: PolicyStep; org: string }) {
  const { t } = useText();
  const { command, actorName, onBehalfOfName, reason, at } = step;
  const name = NAMES[command];
  return (
    <li data-step={command}>
      <strong>{name ? t(name) : command}</strong> · {actorName ?? '–'}
      {onBehalfOfName !== null && ` (${t('rules.onBehalfOf', { name: onBehalfOfName })})`} · <RelativeTime at={at} org={org} />
      {reason && ` · “${reason}”`}
    </li>
  );
}
