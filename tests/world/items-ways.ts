import { randomUUID } from 'node:crypto';
import type { ApiClient } from '@selvedge/seed/client.ts';
import type { World } from './world.ts';

/** A row that somebody would like to see changed, and the fields they would write. */
export interface Wanted {
  readonly system: 'crm' | 'wms';
  readonly table: string;
  readonly id: string;
  readonly fields: Readonly<Record<string, unknown>>;
}
interface Way {
  readonly how: string;
  readonly path: string;
  readonly method: string;
  readonly body: unknown;
}

const file = (rows: unknown): FormData => {
  const body = new FormData();
  body.append('file', new Blob([JSON.stringify(rows)], { type: 'application/json' }), 'rows.json');
  return body;
};

/** What Directus itself would write back, if it were asked to. */
interface Forged {
  readonly revision: number;
  readonly version: string;
  /** Of the row as it is: a version is promoted only over the row it was made from. */
  readonly mainHash: string;
}

/** A revision and a content version that say of the row what is wanted of it. */
export async function forge(world: World, { system, table, id, fields }: Wanted): Promise<Forged> {
  const [written, version] = [JSON.stringify(fields), randomUUID()];
  const revision = await world.write(system, async (tx) => {
    const activity = await tx.one<{ id: number }>(`insert into directus_activity (action, collection, item) values ('update', $1, $2) returning id`, [
      table,
      id,
    ]);
    await tx.query('insert into directus_versions (id, key, name, collection, item, delta) values ($1, $2, $2, $3, $4, $5)', [
      version,
      `wish-${version.slice(0, 8)}`,
      table,
      id,
      written,
    ]);
    return tx.one<{ id: number }>('insert into directus_revisions (activity, collection, item, data, delta) values ($1, $2, $3, $4, $4) returning id', [
      activity.id,
      table,
      id,
      written,
    ]);
  });
  const compared = await world.as('admin').raw(system, `/versions/${version}/compare`);
  const { data } = (await compared.json()) as { data: { mainHash: string } };
  return { revision: revision.id, version, mainHash: data.mainHash };
}

/** Every path of Directus that writes rows. */
function waysOf({ table, id, fields }: Wanted, { revision, version, mainHash }: Forged): Way[] {
  const items = `/items/${table}`;
  const row = { id, ...fields };
  const graphql = {
    query: `mutation ($data: update_${table}_input!) { update_${table}_item(id: "${id}", data: $data) { id } }`,
    variables: { data: fields },
  };
  return [
    { how: 'change', path: `${items}/${id}`, method: 'PATCH', body: fields },
    { how: 'change of a list', path: items, method: 'PATCH', body: [row] },
    { how: 'change by keys', path: items, method: 'PATCH', body: { keys: [id], data: fields } },
    { how: 'change by query', path: items, method: 'PATCH', body: { query: { filter: { id: { _eq: id } } }, data: fields } },
    { how: 'creation', path: items, method: 'POST', body: row },
    { how: 'creation of a list', path: items, method: 'POST', body: [row] },
    { how: 'deletion', path: `${items}/${id}`, method: 'DELETE', body: undefined },
    { how: 'deletion of a list', path: items, method: 'DELETE', body: [id] },
    { how: 'import', path: `/utils/import/${table}`, method: 'POST', body: file([row]) },
    { how: 'import beside the items', path: `${items}/import`, method: 'POST', body: file([row]) },
    { how: 'revert', path: `/utils/revert/${revision}`, method: 'POST', body: {} },
    { how: 'promotion of a version', path: `/versions/${version}/promote`, method: 'POST', body: { mainHash, fields: Object.keys(fields) } },
    { how: 'GraphQL', path: '/graphql', method: 'POST', body: graphql },
  ];
}

interface Answered {
  readonly how: string;
  readonly status: number;
  readonly text: string;
  readonly refused: boolean;
}

const isRefused = (status: number, text: string): boolean =>
  // GraphQL answers 200 whatever happened, and says it in the body.
  status === 200 ? /"code":"(COMMAND_OWNED|FORBIDDEN)"/.test(text) : status === 403 || status === 404;

/** Tries every way, or those of a choice. @returns what each answered */
export async function tryItems(client: ApiClient, wanted: Wanted, forged: Forged, isTried: (how: string) => boolean = () => true): Promise<Answered[]> {
  const answers: Answered[] = [];
  for (const { how, path, method, body } of waysOf(wanted, forged).filter((way) => isTried(way.how))) {
    const asForm = body instanceof FormData;
    const response = await client.raw(wanted.system, path, {
      method,
      ...(!asForm && { headers: { 'content-type': 'application/json' } }),
      ...(body !== undefined && { body: asForm ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    answers.push({ how, status: response.status, text, refused: isRefused(response.status, text) });
  }
  return answers;
}
