import { z } from 'zod';
import { inTransaction, type Tx } from '../database/transaction.ts';
import { notFound, permissionRequired } from '../errors.ts';
import { inWords, parseInput } from '../input-problems.ts';
import { openRequest } from '../identity/identity.ts';
import type { ApplyEffects, InboxSettings } from '../inbox/apply.ts';
import { replayHeld, skipHeld, type Operator } from '../inbox/operate.ts';
import { readJson } from './body.ts';
import { callerOf } from './caller.ts';
import type { HttpRequest, Runtime } from './context.ts';
import type { Router } from './router.ts';

const REPLAY_KEY = 'events:replay';
const SAY_WHY = { en: 'say why in at least 3 characters', tr: 'nedenini en az 3 karakterle yazın' };
const reasonSchema = z.strictObject({
  reason: z
    .string()
    .trim()
    .min(3, { error: () => inWords(SAY_WHY) })
    .max(500),
});

/** The person behind a request, who must hold the key in some org. Events are the node's, not an org's. */
async function operatorOf({ raw, requestId }: HttpRequest, runtime: Runtime, reason: string): Promise<Operator> {
  const caller = await callerOf(raw, runtime);
  const identity = await inTransaction(
    runtime.pool,
    { kind: 'user', userId: caller.userId },
    (tx) => openRequest(tx, caller.userId, caller.session, runtime.keysOfRole),
    'read',
  );
  if (!identity.isAdmin || !identity.orgs.some((org) => org.keys.has(REPLAY_KEY))) throw permissionRequired(REPLAY_KEY);
  return { userId: identity.userId, reason, requestId };
}

/** What operators do with events that could not be applied: see them, try again, or skip them with a reason. */
export function mountOperations(router: Router, runtime: Runtime, inbox: InboxSettings): void {
  router.on('GET', `/${inbox.target}/events/held`, async (request) => {
    await operatorOf(request, runtime, '');
    const rows = await inTransaction(
      runtime.pool,
      { kind: 'system' },
      (tx) =>
        tx.query(
          `select id, source, type, contract_version as "contractVersion", org_code as org, entity, entity_id as "entityId", sequence, status, reason, waiting_for as "waitingFor",
             received_at as "receivedAt", replays from kernel.inbox where target = $1 and status in ('parked', 'waiting') order by position desc limit 200`,
          [inbox.target],
        ),
      'read',
    );
    return { status: 200, body: { data: rows } };
  });

  const act = (name: 'replay' | 'skip', work: (tx: Tx, settings: InboxSettings, id: string, operator: Operator) => Promise<ApplyEffects>) =>
    router.on('POST', `/${inbox.target}/events/:id/${name}`, async (request, { id }) => {
      const { reason } = parseInput(reasonSchema, await readJson(request.raw));
      const operator = await operatorOf(request, runtime, reason);
      const eventId = z.uuid().safeParse(id);
      if (!eventId.success) throw notFound();
      const { effects, row } = await inTransaction(runtime.pool, { kind: 'system' }, async (tx) => {
        const caused = await work(tx, inbox, eventId.data, operator);
        return { effects: caused, row: await tx.one('select status, reason from kernel.inbox where target = $1 and id = $2', [inbox.target, id]) };
      });
      runtime.afterCommit(effects);
      return { status: 200, body: { data: row } };
    });
  act('replay', replayHeld);
  act('skip', skipHeld);
}
