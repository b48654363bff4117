import { CheckOutlined, CloseOutlined, CopyOutlined, DeleteOutlined } from '@ant-design/icons';
import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import type { CaseAnswer, GateView, PolicyRequirement } from '../../../api/types/rules.ts';
import { useText } from '../../../i18n/text.ts';
import { FactInput } from './fact-input.tsx';
import { answerOf, isSameAnswer, type AddedCase } from './own-cases.ts';
import { ProblemsAt } from './problems.tsx';

interface AddedCaseFormProps {
  gate: GateView;
  requirements: readonly PolicyRequirement[];
  one: AddedCase;
  place: string;
  /** What the text answers it; null while that is not known. */
  answer: CaseAnswer | null;
  mayWrite: boolean;
  onChange: (one: AddedCase) => void;
  onCopy: () => void;
  onRemove: () => void;
}

const codesOf = ({ unmet, warned = [] }: CaseAnswer): string[] => [...unmet, ...warned];

/** One example of the version's own: its facts, what it is to be answered, and what it is. */
export function AddedCaseForm({ gate, requirements, one, place, answer, mayWrite, onChange, onCopy, onRemove }: AddedCaseFormProps) {
  const { t, pick } = useText();
  const [isOpen, setOpen] = useState(false);
  const isRight = answer === null ? null : isSameAnswer(one, answer);
  const expected = codesOf(one);
  const options = requirements.map(({ code, sentence }) => ({ value: code, label: `${code} · ${pick(sentence)}` }));
  return (
    <li className="sv-policy-card" data-testid="added-case" data-right={isRight}>
      <div className="sv-row is-wrap">
        {isRight !== null &&
          (isRight ? <CheckOutlined aria-label={t('rules.cases.right')} /> : <CloseOutlined aria-label={t('rules.cases.wrong')} />)}
        <Input
          className="sv-grow"
          aria-label={t('rules.cases.name')}
          data-testid="case-name"
          readOnly={!mayWrite}
          value={one.name}
          onChange={(event) => onChange({ ...one, name: event.target.value })}
        />
        <Button size="small" data-testid="case-facts" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {t(isOpen ? 'rules.fold' : 'rules.cases.facts')}
        </Button>
        {mayWrite && (
          <>
            <Button
              size="small"
              type="text"
              icon={<CopyOutlined />}
              aria-label={t('rules.cases.copy', { name: one.name })}
              onClick={onCopy}
            />
            <Button
              size="small"
              type="text"
              danger
              icon={<DeleteOutlined />}
              data-testid="remove-case"
              aria-label={t('rules.remove', { name: one.name })}
              onClick={onRemove}
            />
          </>
        )}
      </div>
      <label className="sv-field">
        {t('rules.cases.leaves')}
        <Select
          mode="multiple"
          data-testid="case-expected"
          disabled={!mayWrite}
          placeholder={t('rules.cases.passes')}
          value={expected}
          options={options}
          optionLabelProp="value"
          optionFilterProp="label"
          onChange={(codes: string[]) => onChange({ ...one, ...answerOf(codes, requirements) })}
        />
      </label>
      {answer !== null && isRight === false && (
        <p className="sv-field-problem" data-testid="case-answer">
          {t('rules.cases.saysNow', { codes: codesOf(answer).join(', ') || t('rules.cases.passes') })}{' '}
          {mayWrite && (
            <Button size="small" data-testid="case-is-meant" onClick={() => onChange({ ...one, ...answer })}>
              {t('rules.cases.meant')}
            </Button>
          )}
        </p>
      )}
      <ProblemsAt place={place} />
      {isOpen && (
        <fieldset disabled={!mayWrite}>
          <legend className="sv-hidden">{t('rules.cases.facts')}</legend>
          {gate.facts.map((fact) => (
            <div key={fact.name} className="sv-field">
              <span title={fact.source}>{pick(fact.label)}</span>
              <FactInput
                fact={fact}
                value={one.facts[fact.name]}
                onChange={(value) => onChange({ ...one, facts: { ...one.facts, [fact.name]: value } })}
              />
            </div>
          ))}
        </fieldset>
      )}
    </li>
  );
}
