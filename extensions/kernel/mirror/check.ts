import type { Clock } from '../clock.ts';
import type { Tx } from '../database/transaction.ts';
import { Refusal } from '../errors.ts';
import type { HostedNode } from '../node.ts';
import { askDigests } from './ask-owner.ts';
import { compareDigests, type Comparison } from './compare.ts';
import type { KeptMirror } from './mirror.ts';
import { keptDigests } from './read-digests.ts';

export interface CheckedMirror {
  readonly mirror: string;
  readonly compared: number;
  readonly differing: number;
  readonly inFlight: number;
  /** Why it could not be compared; null when it was. */
  readonly error: string | null;
}

/** Writes down what differs, and that what no longer does is healed. What is on its way stays as it was. */
async function keep(tx: Tx, { name, keeper, owner }: KeptMirror, { differences, inFlight }: Comparison, now: Date): Promise<void> {
  await tx.query(
    `insert into kernel.drift as d (mirror, keeper, owner, entity_id, org, org_code, kind, owner_digest, mirror_digest, found_at, seen_at)
     select $1, $2, $3, r."entityId", o.id, r.org, r.kind, r."ownerDigest", r."mirrorDigest", $5, $5
     from jsonb_to_recordset($4::jsonb) as r("entityId" text, org text, kind text, "ownerDigest" text, "mirrorDigest" text) left join core_org o on o.code = r.org
     on conflict (mirror, entity_id) where healed_at is null do update
       set kind = excluded.kind, owner_digest = excluded.owner_digest, mirror_digest = excluded.mirror_digest, seen_at = excluded.seen_at`,
    [name, keeper, owner, JSON.stringify(differences), now],
  );
  await tx.query(`update kernel.drift set healed_at = $2 where mirror = $1 and healed_at is null and not (entity_id = any ($3::text[]))`, [
    name,
    now,
    [...differences.map((difference) => difference.entityId), ...inFlight],
  ]);
}

async function compare(tx: Tx, node: HostedNode, clock: Clock, mirror: KeptMirror): Promise<Comparison> {
  // The owner first: what it tells meanwhile is then ahead here, and counts as on its way.
  const owned = await askDigests(node, clock, mirror);
  return compareDigests(owned, await keptDigests(tx, mirror));
}

/** Compares every mirror this node keeps with its owner. One that cannot be compared says why and holds up no other. */
export async function checkMirrors(tx: Tx, node: HostedNode, clock: Clock): Promise<CheckedMirror[]> {
  const checked: CheckedMirror[] = [];
  for (const mirror of node.keeps) {
    const now = clock.now();
    try {
      const comparison = await compare(tx, node, clock, mirror);
      await keep(tx, mirror, comparison, now);
      const { compared, differences, inFlight } = comparison;
      checked.push({ mirror: mirror.name, compared, differing: differences.length, inFlight: inFlight.length, error: null });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      checked.push({ mirror: mirror.name, compared: 0, differing: 0, inFlight: 0, error: error.message });
    }
    const last = checked.at(-1) as CheckedMirror;
    await tx.query('insert into kernel.drift_run (mirror, at, compared, differing, in_flight, error) values ($1, $2, $3, $4, $5, $6)', [
      last.mirror,
      now,
      last.compared,
      last.differing,
      last.inFlight,
      last.error,
    ]);
  }
  return checked;
}
