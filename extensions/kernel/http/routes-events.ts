import { receiveEvent } from '../inbox/receive.ts';
import type { InboxSettings } from '../inbox/apply.ts';
import { Refusal } from '../errors.ts';
import { reachFault } from '../fault-point.ts';
import { signatureOf, verify } from '../signature/standard-webhooks.ts';
import { readBody } from './body.ts';
import type { Runtime } from './context.ts';
import type { Router } from './router.ts';

/**
 * `POST /<system>/events`: the only door events come through. The signature is checked over the raw
 * bytes before anything is parsed.
 */
export function mountEvents(router: Router, runtime: Runtime, inbox: InboxSettings): void {
  const { secrets } = runtime.node;
  router.on('POST', `/${inbox.target}/events`, async ({ raw }) => {
    const body = await readBody(raw);
    const active = await secrets.active({ source: inbox.peer, target: inbox.target });
    if (active.length === 0)
      throw new Refusal('SIGNATURE_INVALID', 401, {
        en: `This node has no secret for events from ${inbox.peer}.`,
        tr: `Bu düğümde ${inbox.peer} olayları için anahtar yok.`,
      });
    const { id, secretIndex } = verify(
      active.map(({ secret }) => secret),
      raw.headers,
      body,
      runtime.clock.now(),
    );
    secrets.noteUsed(active[secretIndex]?.id as string);
    reachFault('ingest:before-apply');
    const { received, effects } = await receiveEvent(runtime.pool, inbox, { id, body: body.toString('utf8'), signature: signatureOf(raw.headers) });
    reachFault('ingest:after-commit');
    runtime.afterCommit(effects);
    return { status: received.status === 'applied' || received.status === 'duplicate' ? 200 : 202, body: received };
  });
}
