import { Redis } from 'ioredis';
import { queuePrefix } from '@selvedge/directus/extension/queue-prefix.ts';
import { ChangeHub } from '@selvedge/kernel/stream/hub.ts';

/** The channel on which a running node tells its replicas what changed, as one more replica. */
export async function openHub(redisUrl: string, systems: readonly string[]): Promise<{ hub: ChangeHub; close: () => Promise<void> }> {
  const [publisher, subscriber] = [new Redis(redisUrl), new Redis(redisUrl)];
  const failed = (_: object, message: string) => {
    throw new Error(message);
  };
  const hub = new ChangeHub(publisher, subscriber, queuePrefix(systems), { info: () => undefined, warn: failed, error: failed });
  // Answered after the subscription, which was sent before.
  await subscriber.ping();
  return {
    hub,
    close: async () => {
      await Promise.all([publisher.quit(), subscriber.quit()]);
    },
  };
}
