import type { ActionField } from '../../actions/definition.ts';
import { foldName } from '../../format/fold-name.ts';
import { useScope } from '../../routing/scope.ts';
import { useViewList } from '../../views/use-view-list.ts';

/** As many as one page of a view holds; an organisation lists fewer, and any other can be typed. */
const MOST = 100;

/**
 * The fields of a shipment: the carrier with those that the organisation lists, and the tracking number as needed
 * where the one named gives it. Without a field that names a carrier, the fields as they are.
 */
export function useListedCarriers(fields: readonly ActionField[], values: Readonly<Record<string, string>>): readonly ActionField[] {
  const { params } = useScope();
  const named = fields.find(({ names }) => names === 'carrier');
  const list = useViewList('wms/carriers', { ...params, active: 'true' }, { enabled: named !== undefined, pageSize: MOST });
  if (!named) return fields;
  const typed = foldName(values[named.name] ?? '');
  const isFollowed = list.rows.some(({ name, tracking }) => tracking === 'given' && foldName(name) === typed);
  const options = [...new Set(list.rows.map(({ name }) => name))].map((name) => ({ value: name, name }));
  return fields.map((field) => {
    if (field === named) return { ...field, options };
    return field.neededIf === 'carrierGivesIt' ? { ...field, required: isFollowed } : field;
  });
}
