import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Clock } from '../clock.ts';
import { post } from '../delivery/post.ts';
import { Refusal } from '../errors.ts';
import type { HostedNode } from '../node.ts';
import { keyHeaders } from '../signature/event-keys.ts';
import { sign } from '../signature/standard-webhooks.ts';
import { DIGESTS_AT_ONCE } from './read-digests.ts';
import type { KeptMirror, OwnedDigest } from './mirror.ts';

/** Entities that one request may ask to be told again. */
export const MAX_TOLD = 500;

/** What the keeper of a mirror asks its owner. Proved as events are; the body says all of it, because only the body is signed. */
export const question = z.discriminatedUnion('ask', [
  z.strictObject({ ask: z.literal('digests'), mirror: z.string().max(40), after: z.string().max(80) }),
  z.strictObject({
    ask: z.literal('tell'),
    mirror: z.string().max(40),
    entityIds: z.array(z.string().min(1).max(80)).min(1).max(MAX_TOLD),
    reason: z.string().max(500),
  }),
]);
type Question = z.infer<typeof question>;

const digests = z.object({ data: z.array(z.object({ entityId: z.string(), org: z.string(), digest: z.string(), sequence: z.number() })) });

/** @throws Refusal OWNER_UNREACHABLE */
async function ask(node: HostedNode, clock: Clock, { owner, keeper }: KeptMirror, asked: Question): Promise<string> {
  const { secrets, keys } = await node.secrets.active({ source: keeper, target: owner });
  const body = JSON.stringify(asked);
  const signed = sign(
    secrets.map(({ secret }) => secret),
    randomUUID(),
    clock.now(),
    body,
  );
  const headers = { ...signed, ...keyHeaders(keys) };
  const unreachable = (why: string, cause?: unknown) =>
    new Refusal(
      'OWNER_UNREACHABLE',
      503,
      {
        en: `${owner} did not answer for the mirror ${asked.mirror}: ${why}. Try again when its node is well.`,
        tr: `${owner}, ${asked.mirror} kopyası için yanıt vermedi: ${why}. Düğümü düzelince yeniden deneyin.`,
      },
      { owner },
      cause,
    );
  try {
    const answer = await post(`${node.urlOf(owner)}/${owner}/mirrors`, headers, body);
    if (answer.status === 200) return answer.body;
    throw unreachable(`${answer.status} ${answer.body.slice(0, 200)}`);
  } catch (error) {
    throw error instanceof Refusal ? error : unreachable((error as Error).message, error);
  }
}

/** Everything the owner has. @throws Refusal OWNER_UNREACHABLE */
export async function askDigests(node: HostedNode, clock: Clock, mirror: KeptMirror): Promise<OwnedDigest[]> {
  const all: OwnedDigest[] = [];
  for (;;) {
    const { data } = digests.parse(JSON.parse(await ask(node, clock, mirror, { ask: 'digests', mirror: mirror.name, after: all.at(-1)?.entityId ?? '' })));
    all.push(...data);
    if (data.length < DIGESTS_AT_ONCE) return all;
  }
}

/** Asks the owner to tell entities again. @throws Refusal OWNER_UNREACHABLE */
export async function askToTell(node: HostedNode, clock: Clock, mirror: KeptMirror, entityIds: readonly string[], reason: string): Promise<void> {
  await ask(node, clock, mirror, { ask: 'tell', mirror: mirror.name, entityIds: [...entityIds], reason });
}
