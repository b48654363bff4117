import { withClient } from '@selvedge/directus/launch/postgres-roles.ts';
import type { World } from './world.ts';

/** Takes back that a direction ever had an event key, which nobody of the product can: other tests send with the signature alone. */
export async function forgetEventKeys(world: World): Promise<void> {
  for (const { ownerUrl } of world.stack.nodes)
    await withClient(ownerUrl, async (client) => {
      await client.query(`select set_config('app.user_id', 'system', false)`);
      await client.query(`delete from kernel.webhook_secret where kind = 'key'`);
    });
}
