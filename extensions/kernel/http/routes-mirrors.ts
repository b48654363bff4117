import { inTransaction } from '../database/transaction.ts';
import { notFound } from '../errors.ts';
import type { InboxSettings } from '../inbox/apply.ts';
import { parseInput } from '../input-problems.ts';
import { question } from '../mirror/ask-owner.ts';
import { ownedDigests } from '../mirror/read-digests.ts';
import { admitPeer } from '../signature/admit-peer.ts';
import { inSystemTransaction } from '../system-transaction.ts';
import type { Runtime } from './context.ts';
import type { Router } from './router.ts';

/**
 * `POST /<owner>/mirrors`: what the keeper of a mirror asks its owner, under the same key and
 * signature as events. No person comes through here.
 */
export function mountMirrors(router: Router, runtime: Runtime, { target: owner, peer, contractVersion }: InboxSettings): void {
  const { pool, clock, node, afterCommit } = runtime;
  router.on('POST', `/${owner}/mirrors`, async ({ raw }) => {
    const { body } = await admitPeer(node.secrets, { source: peer, target: owner }, raw, clock.now());
    const asked = parseInput(question, JSON.parse(body.toString('utf8')));
    const mirror = node.owns.find((one) => one.name === asked.mirror && one.owner === owner);
    if (!mirror) throw notFound();
    if (asked.ask === 'digests')
      return { status: 200, body: { data: await inTransaction(pool, { kind: 'system' }, (tx) => ownedDigests(tx, mirror, asked.after), 'read') } };
    await inSystemTransaction({ pool, clock, contractVersion, afterCommit }, 'drift.heal', (context) => mirror.tell(context, asked.entityIds));
    return { status: 200, body: { data: { told: asked.entityIds.length } } };
  });
}
