import type { FieldChange, PolicyDiff } from '../../../api/types/rules.ts';
import { EmptyState } from '../../../components/state/empty-state.tsx';
import { StatusTag } from '../../../components/status/status-tag.tsx';
import { useText } from '../../../i18n/text.ts';

const TONES = { added: 'done', removed: 'blocked', changed: 'waiting' } as const;

/** What changed from one version to another, requirement by requirement. */
export function DiffList({ diff }: { diff: PolicyDiff }) {
  const { t, pick } = useText();
  if (diff.fields.length === 0 && diff.requirements.length === 0) return <EmptyState title={t('rules.diff.same')} />;
  return (
    <ul className="sv-policy" data-testid="diff">
      {diff.fields.length > 0 && (
        <li className="sv-policy-card">
          <Fields fields={diff.fields} />
        </li>
      )}
      {diff.requirements.map((one) => (
        <li key={one.code} className="sv-policy-card" data-code={one.code} data-change={one.change}>
          <div className="sv-row is-wrap">
            <StatusTag tone={TONES[one.change]}>{t(`rules.diff.${one.change}`)}</StatusTag>
            <strong>{pick(one.sentence)}</strong>
            <span className="sv-faint sv-mono">{one.code}</span>
          </div>
          {one.fields.length > 0 && <Fields fields={one.fields} />}
        </li>
      ))}
    </ul>
  );
}

function Fields({ fields }: { fields: readonly FieldChange[] }) {
  const { t, pick } = useText();
  return (
    <table className="sv-mini">
      <thead>
        <tr>
          <th>{t('rules.diff.field')}</th>
          <th>{t('rules.diff.before')}</th>
          <th>{t('rules.diff.after')}</th>
        </tr>
      </thead>
      <tbody>
        {fields.map((field) => (
          <tr key={field.field}>
            <td>{pick(field.label)}</td>
            <td>{pick(field.before)}</td>
            <td>{pick(field.after)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
