import type { Row, Tx } from '../database/transaction.ts';
import type { KeptDigest, KeptMirror, OwnedDigest, OwnedMirror } from './mirror.ts';

/** Digests of one answer of the owner. */
export const DIGESTS_AT_ONCE = 5_000;

/** What the owner has, a page at a time in the order of the ids. One statement, so state and sequence are of the same moment. */
export const ownedDigests = (tx: Tx, { digests, owner, entity }: OwnedMirror, after: string): Promise<(OwnedDigest & Row)[]> =>
  tx.query<OwnedDigest & Row>(
    `select d.entity_id as "entityId", d.org_code as org, d.digest, coalesce(s.last_sequence, 0) as sequence from (${digests}) d
     left join kernel.event_sequence s on s.source = $1 and s.entity = $2 and s.entity_id = d.entity_id
     where d.entity_id collate "C" > $3 order by d.entity_id collate "C" limit ${DIGESTS_AT_ONCE}`,
    [owner, entity, after],
  );

/** What the mirror holds, and of what events told; one statement for the same reason. */
export const keptDigests = (tx: Tx, { digests, owner, keeper, entity }: KeptMirror): Promise<(KeptDigest & Row)[]> =>
  tx.query<KeptDigest & Row>(
    `select coalesce(d.entity_id, c.entity_id) as "entityId", d.org_code as org, d.digest, coalesce(c.applied_sequence, 0) as sequence from (${digests}) d
     full join (select entity_id, applied_sequence from kernel.inbox_cursor where target = $1 and source = $2 and entity = $3) c on c.entity_id = d.entity_id`,
    [keeper, owner, entity],
  );
