import { useText } from '../../i18n/text.ts';
import { changedFields } from './changed-fields.ts';

interface ChangeTableProps {
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
}

const shown = (value: unknown) => (value === undefined || value === null ? '–' : typeof value === 'string' ? value : JSON.stringify(value));

/** What a change did, field by field. */
export function ChangeTable({ before, after }: ChangeTableProps) {
  const { t } = useText();
  const fields = changedFields(before, after);
  if (fields.length === 0) return <p className="sv-faint">{t('audit.noChange')}</p>;
  return (
    <table className="sv-mini sv-changes">
      <thead>
        <tr>
          <th>{t('audit.field')}</th>
          <th>{t('audit.before')}</th>
          <th>{t('audit.after')}</th>
        </tr>
      </thead>
      <tbody>
        {fields.map((field) => (
          <tr key={field.name}>
            <td>
              <code>{field.name}</code>
            </td>
            <td className="sv-soft">{shown(field.before)}</td>
            <td>{shown(field.after)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
