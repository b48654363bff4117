import type pg from 'pg';
import { ORGS_FIELDS } from '../access/orgs-of.ts';
import { fillGrants, type UserRow } from './live-grants.ts';
import { currentRequest } from './row-security.ts';

interface Reader {
  readonly accountability: unknown;
}
type ReadOne = (this: Reader, key: string, query?: { fields?: readonly string[] }, options?: unknown) => Promise<unknown>;

const isOwn = (field: string) => ORGS_FIELDS.includes(field);

/**
 * Three times a request Directus reads whoever asks, to fill in `$CURRENT_USER.orgs_…`, each time through all
 * its machinery for lists: half of what a scoped list cost. The columns hold nothing, and what fills them is
 * known to the request, so that is answered at once. Anything else that is read of a user goes its usual way,
 * and so would this, were Directus ever to ask otherwise (ADR 0060).
 */
export function answerWhoAsks(users: { readonly prototype: object }, pool: pg.Pool): void {
  const fill = fillGrants(pool);
  const service = users.prototype as { readOne: ReadOne };
  const usual = service.readOne;
  service.readOne = async function (key, query, options) {
    const fields = query?.fields ?? [];
    const isAboutWhoAsks = this.accountability === null && currentRequest()?.actor === key && fields.length > 0 && fields.every(isOwn);
    if (!isAboutWhoAsks) return usual.call(this, key, query, options);
    const row: UserRow = { id: key, ...Object.fromEntries(fields.map((field) => [field, null])) };
    await fill([row]);
    return row;
  };
}
