import { receiveEvent } from '../inbox/receive.ts';
import type { InboxSettings } from '../inbox/apply.ts';
import { reachFault } from '../fault-point.ts';
import { admitPeer } from '../signature/admit-peer.ts';
import { signatureOf } from '../signature/standard-webhooks.ts';
import type { Runtime } from './context.ts';
import type { Router } from './router.ts';

/**
 * `POST /<system>/events`: the only door events come through. Event key and signature are checked
 * before anything is parsed.
 */
export function mountEvents(router: Router, runtime: Runtime, inbox: InboxSettings): void {
  const { secrets } = runtime.node;
  router.on('POST', `/${inbox.target}/events`, async ({ raw }) => {
    const { id, body } = await admitPeer(secrets, { source: inbox.peer, target: inbox.target }, raw, runtime.clock.now());
    reachFault('ingest:before-apply');
    const { received, effects } = await receiveEvent(runtime.pool, inbox, { id, body: body.toString('utf8'), signature: signatureOf(raw.headers) });
    reachFault('ingest:after-commit');
    runtime.afterCommit(effects);
    return { status: received.status === 'applied' || received.status === 'duplicate' ? 200 : 202, body: received };
  });
}
