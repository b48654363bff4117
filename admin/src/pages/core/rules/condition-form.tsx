import { DeleteOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { Condition, GateView, Leaf } from '../../../api/types/rules.ts';
import { useText } from '../../../i18n/text.ts';
import { firstLeaf, groupOf, judgedFacts, leafAbout, MAX_DEPTH, operatorsFor, type GroupKind } from './condition-edit.ts';
import { ProblemsAt } from './problems.tsx';
import { ValueInput } from './value-input.tsx';

interface ConditionFormProps<Of extends Condition = Condition> {
  gate: GateView;
  condition: Of;
  place: string;
  /** 1 at the top. */
  depth: number;
  onChange: (condition: Condition) => void;
  /** null: it cannot go, because nothing would be left. */
  onRemove: (() => void) | null;
}

/** A condition in rows; groups hold rows and groups. */
export function ConditionForm(props: ConditionFormProps) {
  const { condition } = props;
  if ('operator' in condition) return <LeafForm {...props} condition={condition} />;
  return <GroupForm {...props} condition={condition} />;
}

function GroupForm({ gate, condition, place, depth, onChange, onRemove }: ConditionFormProps<Exclude<Condition, Leaf>>) {
  const { t } = useText();
  const [kind, parts]: [GroupKind, Condition[]] = 'all' in condition ? ['all', condition.all] : ['any', condition.any];
  const write = (next: Condition[]) => onChange(groupOf(kind, next));
  return (
    <div className="sv-condition-group is-form" role="group" aria-label={t(`rules.group.${kind}`)}>
      <div className="sv-row is-wrap">
        <select
          className="sv-scope"
          aria-label={t('rules.groupKind')}
          value={kind}
          onChange={(event) => onChange(groupOf(event.target.value === 'any' ? 'any' : 'all', parts))}
        >
          <option value="all">{t('rules.group.all')}</option>
          <option value="any">{t('rules.group.any')}</option>
        </select>
        {onRemove && <Remove label={t('rules.removeGroup')} onRemove={onRemove} />}
      </div>
      <ul>
        {parts.map((part, index) => (
          <li key={index}>
            <ConditionForm
              gate={gate}
              condition={part}
              place={`${place}.${kind}.${index}`}
              depth={depth + 1}
              onChange={(next) => write(parts.map((one, at) => (at === index ? next : one)))}
              onRemove={parts.length === 1 ? null : () => write(parts.filter((_, at) => at !== index))}
            />
          </li>
        ))}
      </ul>
      <div className="sv-row is-wrap">
        <Button size="small" data-testid="add-condition" onClick={() => write([...parts, firstLeaf(gate)])}>
          {t('rules.addCondition')}
        </Button>
        {depth < MAX_DEPTH && (
          <Button
            size="small"
            data-testid="add-group"
            onClick={() => write([...parts, groupOf(kind === 'all' ? 'any' : 'all', [firstLeaf(gate)])])}
          >
            {t('rules.addGroup')}
          </Button>
        )}
      </div>
    </div>
  );
}

function LeafForm({ gate, condition, place, depth, onChange, onRemove }: ConditionFormProps<Leaf>) {
  const { t, pick } = useText();
  const fact = gate.facts.find((one) => one.name === condition.fact);
  const operators = fact ? operatorsFor(fact, gate) : [];
  const about = (name: string, operator?: string) => {
    const chosen = gate.facts.find((one) => one.name === name);
    if (chosen) onChange(leafAbout(chosen, gate, operator));
  };
  return (
    <div className="sv-condition-row">
      <select
        className="sv-scope"
        aria-label={t('rules.fact')}
        data-testid="leaf-fact"
        value={condition.fact}
        onChange={(event) => about(event.target.value)}
      >
        {!fact && <option value={condition.fact}>{condition.fact}</option>}
        {judgedFacts(gate).map((one) => (
          <option key={one.name} value={one.name}>
            {pick(one.label)}
          </option>
        ))}
      </select>
      <select
        className="sv-scope"
        aria-label={t('rules.operator')}
        data-testid="leaf-operator"
        value={condition.operator}
        onChange={(event) => about(condition.fact, event.target.value)}
      >
        {!operators.includes(condition.operator) && <option value={condition.operator}>{condition.operator}</option>}
        {operators.map((name) => (
          <option key={name} value={name}>
            {pick(gate.operators[name]?.words ?? { en: name, tr: name })}
          </option>
        ))}
      </select>
      {fact && <ValueInput gate={gate} fact={fact} leaf={condition} onChange={(value) => onChange({ ...condition, value })} />}
      {depth === 1 && (
        <Button size="small" data-testid="add-condition" onClick={() => onChange(groupOf('all', [condition, firstLeaf(gate)]))}>
          {t('rules.addCondition')}
        </Button>
      )}
      {onRemove && <Remove label={t('rules.removeCondition')} onRemove={onRemove} />}
      <ProblemsAt place={place} />
    </div>
  );
}

const Remove = ({ label, onRemove }: { label: string; onRemove: () => void }) => (
  <Button size="small" type="text" danger icon={<DeleteOutlined />} aria-label={label} onClick={onRemove} />
);
