import http from 'node:http';
import type { AddressInfo } from 'node:net';
import type pg from 'pg';
import { z } from 'zod';
import { keysOfGrant } from '@selvedge/directus/access/permission-keys.ts';
import { ROLES } from '@selvedge/directus/model/core/org-grant.ts';
import { systemClock } from '@selvedge/kernel/clock.ts';
import { commandIn } from '@selvedge/kernel/command/define-command.ts';
import { inTransaction } from '@selvedge/kernel/database/transaction.ts';
import { conflict, notFound } from '@selvedge/kernel/errors.ts';
import type { Runtime } from '@selvedge/kernel/http/context.ts';
import { mountCommands } from '@selvedge/kernel/http/routes-commands.ts';
import { mountViews } from '@selvedge/kernel/http/routes-views.ts';
import { Router } from '@selvedge/kernel/http/router.ts';
import { tokenVerifier } from '@selvedge/kernel/identity/token.ts';
import type { ChangeHub } from '@selvedge/kernel/stream/hub.ts';
import { defineSystem, type System } from '@selvedge/kernel/system.ts';
import { defineView } from '@selvedge/kernel/view/define-view.ts';

/** A system whose every part forgets for whom it works and asks the database as the system. */
function forgetful(pool: pg.Pool): System {
  const everywhere = <R extends Record<string, unknown>>(sql: string, params: readonly unknown[] = []) =>
    inTransaction(pool, { kind: 'system' }, (tx) => tx.query<R>(sql, params), 'read');
  return defineSystem({
    name: 'planted',
    roles: ROLES,
    views: [
      defineView({
        name: 'all-deals',
        system: 'planted',
        title: { en: 'All deals', tr: 'Bütün anlaşmalar' },
        query: z.object({}),
        run: async () => ({ data: await everywhere('select id, code from crm_deal order by created_at desc limit 100') }),
      }),
      defineView({
        name: 'one-deal',
        system: 'planted',
        title: { en: 'One deal', tr: 'Bir anlaşma' },
        query: z.object({ id: z.uuid() }),
        run: async (_, { id }) => {
          const [deal] = await everywhere('select status from crm_deal where id = $1', [id]);
          if (!deal) throw notFound();
          return { data: deal };
        },
      }),
    ],
    commands: [
      commandIn({
        name: 'deal.link',
        system: 'planted',
        title: { en: 'Link deal', tr: 'Anlaşmayı bağla' },
        permission: 'deals:edit',
        input: z.strictObject({ org: z.uuid(), links: z.array(z.strictObject({ deal: z.uuid() })) }),
        org: (body) => body.org,
        run: async (_, { links }) => {
          const [deal] = await everywhere('select code from crm_deal where id = $1', [links[0]?.deal]);
          if (!deal) throw notFound();
          throw conflict('DEAL_LINKED', { en: 'This deal is linked already.', tr: 'Bu anlaşma zaten bağlı.' });
        },
      }),
    ],
    gates: [],
    consumers: [],
    jobs: [],
  });
}

/** A node that serves the forgetful system over a real database, to prove that the leak matrix sees what it does. */
export async function startPlantedNode(pool: pg.Pool, secret: string, hub: ChangeHub): Promise<{ url: string; system: System; close: () => Promise<void> }> {
  // What the node itself can do is not needed here: the forgetful system has no events.
  const runtime = {
    pool,
    clock: systemClock,
    verifyToken: tokenVerifier(new TextEncoder().encode(secret)),
    sessionCookie: 'none',
    allowedOrigins: new Set(),
    keysOfRole: keysOfGrant,
    afterCommit: () => undefined,
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
  } as Omit<Runtime, 'node'> as Runtime;
  const system = forgetful(pool);
  const router = new Router(runtime);
  mountCommands(router, runtime, system, '0');
  mountViews(router, runtime, system);
  router.on('GET', `/${system.name}/stream`, ({ response }) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' }).write('event: hello\ndata: {}\n\n');
    response.on(
      'close',
      hub.listen((change) => response.write(`event: change\ndata: ${JSON.stringify(change)}\n\n`)),
    );
    return Promise.resolve(undefined);
  });
  const server = http.createServer((request, response) => void router.handle(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    system,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
