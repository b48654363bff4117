import { Link } from 'react-router';
import { useScopedPath } from '../../../routing/scope.ts';
import { recordPath } from './record-path.ts';

/** A judged record by its name, leading to its page where it has one. */
export function RecordLink({ table, id, label }: { table: string; id: string; label: string | null }) {
  const scoped = useScopedPath();
  const path = recordPath(table, id);
  const name = label ?? id;
  return path === null ? <span className="sv-mono">{name}</span> : <Link to={scoped(path)}>{name}</Link>;
}
