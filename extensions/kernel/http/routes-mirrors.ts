import { inTransaction } from '../database/transaction.ts';
import { notFound, Refusal } from '../errors.ts';
import type { InboxSettings } from '../inbox/apply.ts';
import { parseInput } from '../input-problems.ts';
import { question } from '../mirror/ask-owner.ts';
import { ownedDigests } from '../mirror/read-digests.ts';
import { verify } from '../signature/standard-webhooks.ts';
import { inSystemTransaction } from '../system-transaction.ts';
import { readBody } from './body.ts';
import type { Runtime } from './context.ts';
import type { Router } from './router.ts';

/**
 * `POST /<owner>/mirrors`: what the keeper of a mirror asks its owner, under the same signature as
 * events. No person comes through here.
 */
export function mountMirrors(router: Router, runtime: Runtime, { target: owner, peer, contractVersion }: InboxSettings): void {
  const { pool, clock, node, afterCommit } = runtime;
  router.on('POST', `/${owner}/mirrors`, async ({ raw }) => {
    const body = await readBody(raw);
    const active = await node.secrets.active({ source: peer, target: owner });
    if (active.length === 0)
      throw new Refusal('SIGNATURE_INVALID', 401, {
        en: `This node has no secret for questions from ${peer}.`,
        tr: `Bu düğümde ${peer} soruları için anahtar yok.`,
      });
    const { secretIndex } = verify(
      active.map(({ secret }) => secret),
      raw.headers,
      body,
      clock.now(),
    );
    node.secrets.noteUsed(active[secretIndex]?.id as string);
    const asked = parseInput(question, JSON.parse(body.toString('utf8')));
    const mirror = node.owns.find((one) => one.name === asked.mirror && one.owner === owner);
    if (!mirror) throw notFound();
    if (asked.ask === 'digests')
      return { status: 200, body: { data: await inTransaction(pool, { kind: 'system' }, (tx) => ownedDigests(tx, mirror, asked.after), 'read') } };
    await inSystemTransaction({ pool, clock, contractVersion, afterCommit }, 'drift.heal', (context) => mirror.tell(context, asked.entityIds));
    return { status: 200, body: { data: { told: asked.entityIds.length } } };
  });
}
