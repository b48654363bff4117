import type { ActionField } from '../../actions/definition.ts';
import { useText } from '../../i18n/text.ts';
import { useScope } from '../../routing/scope.ts';
import { useViewList } from '../../views/use-view-list.ts';

/** The fields of an action, the one that asks for an override's reason with what the organisation lists for its gate. */
export function useListedReasons(fields: readonly ActionField[]): readonly ActionField[] {
  const { language } = useText();
  const { params } = useScope();
  const wanted = fields.find(({ reasonsFor }) => reasonsFor !== undefined)?.reasonsFor;
  const list = useViewList(
    'core/override-reasons',
    { ...params, active: 'true', ...(wanted && { side: wanted.side }) },
    { enabled: wanted !== undefined, coreNode: wanted?.side ?? null },
  );
  if (!wanted) return fields;
  const counting = list.rows.filter(({ gate }) => gate === null || gate === wanted.gate);
  // Looking at all organisations, a code that several list stands there once; the record's own list decides.
  const byCode = new Map(counting.map((row) => [row.code, language === 'tr' ? row.labelTr : row.labelEn]));
  const options = [...byCode].map(([value, name]) => ({ value, name }));
  return fields.map((field) => (field.reasonsFor ? { ...field, options } : field));
}
