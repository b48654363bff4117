import path from 'node:path';
import type { Express } from 'express';
import { contractHash } from '@selvedge/contract/hash.ts';
import { CONTRACT_VERSION } from '@selvedge/contract/version.ts';
import { core } from '@selvedge/core/system.ts';
import type { Log } from '@selvedge/kernel/http/context.ts';
import { mountCommands } from '@selvedge/kernel/http/routes-commands.ts';
import { mountEvents } from '@selvedge/kernel/http/routes-events.ts';
import { mountKernel } from '@selvedge/kernel/http/routes-kernel.ts';
import { mountMirrors } from '@selvedge/kernel/http/routes-mirrors.ts';
import { mountViews } from '@selvedge/kernel/http/routes-views.ts';
import { Router } from '@selvedge/kernel/http/router.ts';
import { serveApp } from '@selvedge/kernel/http/serve-app.ts';
import { mountStream } from '@selvedge/kernel/stream/routes-stream.ts';
import { readConfig } from '../launch/config.ts';
import { passwordPage } from '../launch/directus-environment.ts';
import { PROJECT_ROOT } from '../launch/project-root.ts';
import { closeUnusedDoors } from './closed-doors.ts';
import { refuseDirectWrite } from './command-owned.ts';
import { keepLastAdministrators } from './last-admin.ts';
import { fillGrants } from './live-grants.ts';
import { throttleLogins } from './login-throttle.ts';
import { mailInvitations } from './mail-invitations.ts';
import { useLinksOnce } from './one-time-links.ts';
import { wordPasswordMail } from './password-mail.ts';
import { carryActor, secureDirectusPool } from './row-security.ts';
import { createRuntime } from './runtime.ts';
import { takeGrantWrites } from './studio-grants/take-writes.ts';
import { answerWhoAsks } from './who-asks.ts';

interface UsersServiceClass {
  readonly prototype: object;
  new (options: { readonly schema: unknown; readonly accountability: null }): { requestPasswordReset(email: string, url: string): Promise<void> };
}
interface HookContext {
  readonly database: { client: Parameters<typeof secureDirectusPool>[0] };
  readonly logger: Log;
  readonly services: { readonly UsersService: UsersServiceClass };
  readonly getSchema: () => Promise<unknown>;
}
interface Registrar {
  filter(event: string, handler: (payload: never, meta: never) => unknown): void;
  init(event: string, handler: (meta: { app: Express }) => void | Promise<void>): void;
}

/** The Directus extension: everything Selvedge adds to a node. */
export default function selvedge({ filter, init }: Registrar, { database, logger, services, getSchema }: HookContext): void {
  const config = readConfig(process.env);
  const node = createRuntime(config, logger, 'node');
  secureDirectusPool(database.client);
  answerWhoAsks(services.UsersService, node.runtime.pool);
  const people = async () => new services.UsersService({ schema: await getSchema(), accountability: null });
  node.onCommit(mailInvitations(node.runtime.pool, people, passwordPage(config), logger));

  // Directus logs a failing hook and starts all the same; a node without its doors must not run.
  const orDie =
    <A extends unknown[]>(hook: (...args: A) => void | Promise<void>) =>
    async (...args: A) => {
      try {
        await hook(...args);
      } catch (error) {
        logger.error({ err: error }, 'Selvedge could not be mounted; this node does not start');
        process.stderr.write(`Selvedge could not be mounted: ${(error as Error).message}\n`);
        process.exit(1);
      }
    };

  init(
    'app.before',
    orDie(async ({ app }) => {
      await node.ensureSecrets();
      const router = new Router(node.runtime);
      const own = new URL(config.SELVEDGE_PUBLIC_URL).origin;
      const elsewhere = (url: string) => (new URL(url).origin === own ? '' : url);
      const appConfig = { crmUrl: elsewhere(config.SELVEDGE_CRM_URL), wmsUrl: elsewhere(config.SELVEDGE_WMS_URL), systems: config.SELVEDGE_SYSTEMS };
      mountKernel(router, node.runtime, { ...appConfig, contractVersion: CONTRACT_VERSION, contractHash: contractHash() });
      for (const system of [core, ...node.systems]) {
        mountCommands(router, node.runtime, system, CONTRACT_VERSION);
        mountViews(router, node.runtime, system);
        mountStream(router, node.runtime, system, node.hub, core.name);
      }
      for (const inbox of node.runtime.node.inboxes.values()) {
        mountEvents(router, node.runtime, inbox);
        mountMirrors(router, node.runtime, inbox);
      }
      const serve = serveApp(path.join(PROJECT_ROOT, 'admin', 'dist'), [appConfig.crmUrl, appConfig.wmsUrl].filter(Boolean), appConfig);
      const takeGrants = takeGrantWrites(node.runtime);
      app.use((request, response, next) => {
        if (serve(request, response)) return;
        const handle = async () => (await router.handle(request, response)) || (await takeGrants(request, response));
        handle().then((handled) => {
          if (!handled) next();
        }, next);
      });
      // Not waited for: the other node may start after this one, and ask this one the same.
      node.peers.start();
    }),
  );

  init('middlewares.after', ({ app }) => {
    app.use(throttleLogins(node.redis));
    app.use(useLinksOnce(node.redis));
    app.use(carryActor);
    app.use(closeUnusedDoors);
  });
  filter('users.read', fillGrants(node.runtime.pool));
  filter('email.send', wordPasswordMail(node.runtime.pool));
  const lastAdministrators = keepLastAdministrators(node.runtime.pool);
  filter('users.update', lastAdministrators.update);
  filter('users.delete', lastAdministrators.delete);
  filter('items.create', refuseDirectWrite('create'));
  filter('items.update', refuseDirectWrite('update'));
  filter('items.delete', refuseDirectWrite('delete'));
}
