import { inTransaction } from '../database/transaction.ts';
import { Refusal, unauthenticated } from '../errors.ts';
import { openRequest } from '../identity/identity.ts';
import type { VerifiedToken } from '../identity/token.ts';
import { callerOf } from '../http/caller.ts';
import type { Runtime } from '../http/context.ts';
import type { Router } from '../http/router.ts';
import type { System } from '../system.ts';
import type { ChangeHub } from './hub.ts';

/** Milliseconds between looks at a listener's session and grants: access ends within a second. */
const RECHECK_MS = 900;
/** An event, not a comment: the page must be able to hear that the stream is alive. */
const PING_MS = 15_000;
const MAX_STREAMS = 500;

async function visibleOrgs(runtime: Runtime, caller: VerifiedToken, roles: readonly string[]): Promise<Set<string>> {
  const identity = await inTransaction(
    runtime.pool,
    { kind: 'user', userId: caller.userId },
    (tx) => openRequest(tx, caller.userId, caller.session, runtime.keysOfRole),
    'read',
  );
  return new Set(identity.orgs.filter((org) => org.roles.some((role) => roles.includes(role))).map((org) => org.orgId));
}

/**
 * `GET /<system>/stream`: server-sent events of what changed in the orgs of the listener.
 * @param accessSystem the system whose changes may alter what a listener may see
 */
export function mountStream(router: Router, runtime: Runtime, system: System, hub: ChangeHub, accessSystem: string): void {
  let open = 0;
  router.on('GET', `/${system.name}/stream`, async ({ raw, response, requestId }) => {
    const caller = await callerOf(raw, runtime);
    let orgs = await visibleOrgs(runtime, caller, system.roles);
    if (orgs.size === 0) throw new Refusal('SYSTEM_NOT_YOURS', 403, { en: 'Your roles have no way into this system.', tr: 'Rolleriniz bu sisteme giremez.' });
    if (open >= MAX_STREAMS)
      throw new Refusal('TOO_MANY_STREAMS', 503, {
        en: `This node serves ${MAX_STREAMS} live views already; the page falls back to asking.`,
        tr: `Bu düğüm zaten ${MAX_STREAMS} canlı görünüm sunuyor; sayfa arada bir sorarak sürdürür.`,
      });
    // Gone while it was asked who they are: nothing would ever end what is set up from here on.
    if (response.closed) return undefined;
    open += 1;
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store', 'x-accel-buffering': 'no', 'x-request-id': requestId });
    const write = (event: string, data: unknown) => response.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
    write('hello', { system: system.name });

    const recheck = () => {
      if (runtime.clock.now().getTime() >= caller.endsAtMs) {
        response.end();
        return;
      }
      visibleOrgs(runtime, caller, system.roles).then(
        (now) => {
          orgs = now;
          if (orgs.size === 0) response.end();
        },
        (error: unknown) => {
          // A fault leaves the stream as it is for one more look; an ended session closes it.
          if (error instanceof Refusal && error.code === unauthenticated().code) response.end();
        },
      );
    };
    const stopListening = hub.listen((change) => {
      // Who may do what changed: look at once, before more is told.
      if (change.system === accessSystem) recheck();
      if (change.system === system.name && orgs.has(change.org))
        write('change', { collection: change.collection, id: change.id, org: change.org, type: change.type });
    });
    const ping = setInterval(() => write('ping', { at: new Date().toISOString() }), PING_MS);
    const rechecking = setInterval(recheck, RECHECK_MS);
    response.on('close', () => {
      open -= 1;
      stopListening();
      clearInterval(ping);
      clearInterval(rechecking);
    });
    return undefined;
  });
}
