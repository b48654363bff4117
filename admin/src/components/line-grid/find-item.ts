import { request } from '../../api/http.ts';
import type { CatalogRow } from '../../api/types/crm.ts';
import type { Page } from '../../api/types/shared.ts';
import { queryOf } from '../../providers/data-provider.ts';
import { baseOf } from '../../session/nodes.ts';
import { itemsFrom, type CatalogItem, type ItemFacts } from './draft-line.ts';
import { sameCode } from './grid-state.ts';

const AT_ONCE = 6;

/** Items of an org's catalog that sales may see, by text. */
export async function findItems(org: string, text: string, limit: number): Promise<CatalogItem[]> {
  const page = await request<Page<CatalogRow>>(`${baseOf('crm')}/crm/views/catalog${queryOf({ scope: 'active', org, q: text, limit })}`);
  return itemsFrom(page.data);
}

/** Looks up pasted codes, a few at a time; `onFound` is told each, null when there is no such item. */
export async function resolveCodes(
  org: string,
  codes: readonly string[],
  onFound: (code: string, facts: ItemFacts | null) => void,
): Promise<void> {
  const waiting = [...new Set(codes.map((code) => code.trim()).filter((code) => code !== ''))];
  const next = async (): Promise<void> => {
    for (let code = waiting.shift(); code !== undefined; code = waiting.shift()) {
      const wanted = code;
      const items = await findItems(org, wanted, 20).catch((): CatalogItem[] => []);
      onFound(wanted, items.find((item) => sameCode(item.code, wanted))?.facts ?? null);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, next));
}
