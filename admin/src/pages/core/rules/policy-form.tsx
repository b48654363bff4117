import { Button } from 'antd';
import type { Fact, GateView, Policy, PolicyRequirement } from '../../../api/types/rules.ts';
import { useText } from '../../../i18n/text.ts';
import { firstLeaf } from './condition-edit.ts';
import { RequirementForm } from './requirement-form.tsx';

interface PolicyFormProps {
  gate: GateView;
  policy: Policy;
  mayWrite: boolean;
  onChange: (policy: Policy) => void;
}

/** A code that is not taken yet; its author names it as people should find it. */
function freeCode(taken: readonly string[]): string {
  for (let number = 1; ; number += 1) if (!taken.includes(`OWN_${number}`)) return `OWN_${number}`;
}

const emptyWords = { en: '', tr: '' };
const newRequirement = (facts: readonly Fact[], gate: GateView, taken: readonly string[]): PolicyRequirement => ({
  code: freeCode(taken),
  sentence: emptyWords,
  seen: emptyWords,
  needed: emptyWords,
  condition: firstLeaf({ facts, operators: gate.operators }),
  lift: { roles: [], key: null },
  next: emptyWords,
  command: null,
  severity: 'block',
  overridable: false,
  locked: false,
});

/** What a policy asks for, in rows: added, removed, put in order. */
export function PolicyForm({ gate, policy, mayWrite, onChange }: PolicyFormProps) {
  const { t } = useText();
  const { requirements } = policy;
  const write = (next: PolicyRequirement[]) => onChange({ ...policy, requirements: next });
  const move = (from: number, to: number) => {
    const next = [...requirements];
    const [one] = next.splice(from, 1);
    if (one) next.splice(to, 0, one);
    write(next);
  };
  return (
    <>
      <ol className="sv-policy">
        {requirements.map((requirement, index) => (
          <li key={index}>
            <RequirementForm
              gate={gate}
              requirement={requirement}
              place={`requirements.${index}`}
              mayWrite={mayWrite}
              isFirst={index === 0}
              isLast={index === requirements.length - 1}
              onChange={(next) => write(requirements.map((one, at) => (at === index ? next : one)))}
              onRemove={() => write(requirements.filter((_, at) => at !== index))}
              onMove={(by) => move(index, index + by)}
            />
          </li>
        ))}
      </ol>
      {mayWrite && (
        <Button
          data-testid="add-requirement"
          onClick={() =>
            write([
              ...requirements,
              newRequirement(
                gate.facts,
                gate,
                requirements.map((one) => one.code),
              ),
            ])
          }
        >
          {t('rules.addRequirement')}
        </Button>
      )}
    </>
  );
}
