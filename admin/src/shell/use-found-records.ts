import { useEffect, useState } from 'react';
import { request } from '../api/http.ts';
import type { CustomerRow, DealRow, FulfillmentRow } from '../api/types/crm.ts';
import type { Page } from '../api/types/shared.ts';
import type { OrderRow } from '../api/types/wms.ts';
import { queryOf } from '../providers/data-provider.ts';
import { useScope } from '../routing/scope.ts';
import { systemsOf, useMe } from '../session/me.ts';
import { baseOf } from '../session/nodes.ts';
import { sessionOf } from '../session/session-store.ts';

export interface FoundRecord {
  path: string;
  code: string;
  detail: string;
}

const TYPING_MS = 140;
const SHORTEST = 2;
const PER_KIND = 5;

/** Looks for a code or name in every system that the person may open and is signed in to. */
export function useFoundRecords(typed: string): { records: FoundRecord[]; isSearching: boolean } {
  const { params } = useScope();
  const me = useMe();
  const [records, setRecords] = useState<FoundRecord[]>([]);
  const [isSearching, setSearching] = useState(false);
  const text = typed.trim();
  const scopeKey = JSON.stringify(params);

  useEffect(() => {
    if (text.length < SHORTEST || !me) {
      setRecords([]);
      setSearching(false);
      return;
    }
    const abort = new AbortController();
    setSearching(true);
    const query = queryOf({ ...(JSON.parse(scopeKey) as typeof params), q: text, limit: PER_KIND });
    const rows = <Row>(system: 'crm' | 'wms', view: string): Promise<Row[]> =>
      systemsOf(me).has(system) && sessionOf(system).kind === 'in'
        ? request<Page<Row>>(`${baseOf(system)}/${system}/views/${view}${query}`, { signal: abort.signal }).then(
            (page) => page.data,
            () => [],
          )
        : Promise.resolve([]);
    const timer = setTimeout(() => {
      void Promise.all([
        rows<FulfillmentRow>('crm', 'fulfillment').then((found) =>
          found.map((row) => ({ path: `/purchase-orders/${row.id}`, code: row.code, detail: row.customerName })),
        ),
        rows<DealRow>('crm', 'deals').then((found) =>
          found.map((row) => ({ path: `/deals/${row.id}`, code: row.code, detail: row.customerName })),
        ),
        rows<CustomerRow>('crm', 'customers').then((found) =>
          found.map((row) => ({ path: `/customers/${row.id}`, code: row.name, detail: `${row.taxCountry} ${row.taxNumber}` })),
        ),
        rows<OrderRow>('wms', 'orders').then((found) =>
          found.map((row) => ({ path: `/orders/${row.id}`, code: row.poCode, detail: row.customerName })),
        ),
      ]).then((groups) => {
        if (abort.signal.aborted) return;
        const isExact = (record: FoundRecord) => record.code.toUpperCase() === text.toUpperCase();
        // A deal's code finds its PO as well; who types a whole code means the record of that code.
        setRecords(groups.flat().sort((left, right) => Number(isExact(right)) - Number(isExact(left))));
        setSearching(false);
      });
    }, TYPING_MS);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [text, me, scopeKey]);
  return { records, isSearching };
}
