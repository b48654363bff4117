import { Button, Select } from 'antd';
import { useState } from 'react';
import type { CaseAnswer, GateView, PolicyRequirement } from '../../../api/types/rules.ts';
import { useText } from '../../../i18n/text.ts';
import { AddedCaseForm } from './added-case-form.tsx';
import { addedCases, answerOf, withAdded, type AddedCase } from './own-cases.ts';
import type { WorkingText } from './use-working-text.ts';

interface AddedCasesProps {
  gate: GateView;
  requirements: readonly PolicyRequirement[];
  /** What the text answers each, in their order; null where that is not known. */
  answers: readonly (CaseAnswer | null)[];
  work: WorkingText;
  mayWrite: boolean;
}

/** The examples that a version brings for what is its own, each begun from one of the default's and run with every change. */
export function AddedCases({ gate, requirements, answers, work, mayWrite }: AddedCasesProps) {
  const { t } = useText();
  const own = work.draft?.cases ?? null;
  const added = addedCases(own);
  const [from, setFrom] = useState(gate.cases.find((one) => one.unmet.length === 0)?.id ?? gate.cases[0]?.id);
  // What stands there is no list of cases; it is mended in the text below.
  if (added === null) return null;
  const write = (next: readonly AddedCase[]) => work.change({ cases: withAdded(own, next) });
  const start = () => {
    const example = gate.cases.find((one) => one.id === from);
    if (!example) return;
    const name = t('rules.cases.newName', { number: added.length + 1 });
    write([...added, { name, facts: { ...example.facts }, ...answerOf(example.unmet, requirements) }]);
  };
  return (
    <>
      {added.length > 0 && (
        <ol className="sv-policy">
          {added.map((one, index) => (
            <AddedCaseForm
              key={index}
              gate={gate}
              requirements={requirements}
              one={one}
              place={`cases.added.${index}`}
              answer={answers[index] ?? null}
              mayWrite={mayWrite}
              onChange={(next) => write(added.map((other, at) => (at === index ? next : other)))}
              onCopy={() => write(added.toSpliced(index + 1, 0, { ...one, name: t('rules.cases.copied', { name: one.name }) }))}
              onRemove={() => write(added.filter((_, at) => at !== index))}
            />
          ))}
        </ol>
      )}
      {mayWrite && (
        <div className="sv-row is-wrap">
          <Select
            className="sv-grow"
            showSearch
            aria-label={t('rules.cases.startFrom')}
            data-testid="case-start"
            value={from}
            options={gate.cases.map(({ id }) => ({ value: id, label: id }))}
            onChange={setFrom}
          />
          <Button data-testid="add-case" onClick={start}>
            {t('rules.cases.add')}
          </Button>
        </div>
      )}
    </>
  );
}
