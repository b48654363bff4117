import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined } from '@ant-design/icons';
import { Button, Checkbox, Input } from 'antd';
import { useState } from 'react';
import type { GateView, PolicyRequirement } from '../../../api/types/rules.ts';
import { useText } from '../../../i18n/text.ts';
import { ConditionForm } from './condition-form.tsx';
import { LiftForm } from './lift-form.tsx';
import { RequirementCard } from './policy-cards.tsx';
import { ProblemsAt } from './problems.tsx';
import { SeverityForm } from './severity-form.tsx';
import { WordsInput } from './words-input.tsx';

interface RequirementFormProps {
  gate: GateView;
  requirement: PolicyRequirement;
  /** Where it stands in the text, as problems name it. */
  place: string;
  mayWrite: boolean;
  isFirst: boolean;
  isLast: boolean;
  onChange: (requirement: PolicyRequirement) => void;
  onRemove: () => void;
  onMove: (by: -1 | 1) => void;
}

const WORDS = ['sentence', 'seen', 'needed', 'next'] as const;

/** One thing that a policy asks for; folded it reads as people will read it. */
export function RequirementForm(props: RequirementFormProps) {
  const { gate, requirement, place, mayWrite, isFirst, isLast, onChange, onRemove, onMove } = props;
  const { t, pick } = useText();
  const isNew = requirement.sentence.en === '' && requirement.sentence.tr === '';
  const [isOpen, setOpen] = useState(isNew);
  const isLocked = requirement.locked === true;
  const name = pick(requirement.sentence) || requirement.code;
  const set = (part: Partial<PolicyRequirement>) => onChange({ ...requirement, ...part });
  return (
    <div data-testid="requirement-form" data-code={requirement.code}>
      {isOpen && !isLocked ? (
        <fieldset className="sv-policy-card" disabled={!mayWrite}>
          <legend className="sv-hidden">{name}</legend>
          <label className="sv-field">
            {t('rules.code')}
            <Input
              className="sv-mono"
              data-testid="requirement-code"
              value={requirement.code}
              onChange={(event) => set({ code: event.target.value.toUpperCase() })}
            />
          </label>
          <ProblemsAt place={`${place}.code`} />
          {WORDS.map((field) => (
            <WordsInput
              key={field}
              field={field}
              value={requirement[field]}
              place={`${place}.${field}`}
              onChange={(value) => set({ [field]: value })}
            />
          ))}
          <p className="sv-faint">{t('rules.wordsHelp')}</p>
          <h3>{t('rules.condition')}</h3>
          <ConditionForm
            gate={gate}
            condition={requirement.condition}
            place={`${place}.condition`}
            depth={1}
            onChange={(condition) => set({ condition })}
            onRemove={null}
          />
          <LiftForm gate={gate} requirement={requirement} place={place} onChange={set} />
          <SeverityForm requirement={requirement} place={place} onChange={set} />
          {gate.overrideKey !== null && requirement.severity !== 'warn' && (
            <Checkbox checked={requirement.overridable === true} onChange={(event) => set({ overridable: event.target.checked })}>
              {t('rules.mayOverride', { key: gate.overrideKey })}
            </Checkbox>
          )}
          <ProblemsAt place={`${place}.overridable`} />
        </fieldset>
      ) : (
        <>
          <RequirementCard gate={gate} requirement={requirement} />
          <ProblemsAt place={place} />
        </>
      )}
      {isLocked ? (
        <p className="sv-faint">{t('rules.lockedWhy')}</p>
      ) : (
        mayWrite && (
          <div className="sv-row is-wrap sv-requirement-tools">
            <Button size="small" data-testid="edit-requirement" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
              {t(isOpen ? 'rules.fold' : 'rules.edit')}
            </Button>
            <Button
              size="small"
              type="text"
              icon={<ArrowUpOutlined />}
              disabled={isFirst}
              aria-label={t('rules.moveUp', { name })}
              onClick={() => onMove(-1)}
            />
            <Button
              size="small"
              type="text"
              icon={<ArrowDownOutlined />}
              disabled={isLast}
              aria-label={t('rules.moveDown', { name })}
              onClick={() => onMove(1)}
            />
            <Button
              size="small"
              type="text"
              danger
              icon={<DeleteOutlined />}
              data-testid="remove-requirement"
              aria-label={t('rules.remove', { name })}
              onClick={onRemove}
            />
          </div>
        )
      )}
    </div>
  );
}
