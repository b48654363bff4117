import { Link } from 'react-router';
import type { GateView, OverrideRow } from '../../../api/types/rules.ts';
import { OrgTag } from '../../../components/value/org-tag.tsx';
import { RelativeTime } from '../../../components/value/relative-time.tsx';
import { countText } from '../../../format/numbers.ts';
import { Matrix } from '../../../components/layout/matrix.tsx';
import { useText } from '../../../i18n/text.ts';
import { useScopedPath } from '../../../routing/scope.ts';
import { useReasonName } from './reason-name.ts';

interface OverrideTableProps {
  rows: readonly OverrideRow[];
  /** The one gate that all rows are of; null names the gate in each. */
  gate: GateView | null;
}

/** One row per person, requirement and reason, the most frequent first. */
export function OverrideTable({ rows, gate }: OverrideTableProps) {
  const { t } = useText();
  return (
    <Matrix
      label={t('rules.tab.overrides')}
      columns={[
        t('rules.overrides.what'),
        ...(gate === null ? [t('rules.column.gate'), t('column.org')] : []),
        ...(['who', 'why', 'count', 'last'] as const).map((title) => t(`rules.overrides.${title}`)),
      ]}
    >
      {rows.map((row) => (
        <Line key={row.id} row={row} gate={gate} />
      ))}
    </Matrix>
  );
}

function Line({ row, gate }: { row: OverrideRow; gate: GateView | null }) {
  const { pick, language } = useText();
  const scoped = useScopedPath();
  const reasonName = useReasonName(row.org);
  const sentence = gate?.base.requirements.find((one) => one.code === row.code)?.sentence;
  return (
    <tr data-testid="override">
      <th scope="row">{sentence ? pick(sentence) : <span className="sv-mono">{row.code}</span>}</th>
      {gate === null && (
        <td>
          <Link to={scoped(`/rules/${row.gate}?tab=overrides&in=${row.org}`)}>{row.gate}</Link>
        </td>
      )}
      {gate === null && (
        <td>
          <OrgTag code={row.org} />
        </td>
      )}
      <td>{row.actorName ?? '–'}</td>
      <td>{reasonName(row.reasonCode)}</td>
      <td className="sv-number">{countText(row.count, language)}</td>
      <td>
        <RelativeTime at={row.lastAt} org={row.org} />
      </td>
    </tr>
  );
}
