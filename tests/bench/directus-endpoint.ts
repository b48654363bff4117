import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { BUILD_DIR } from '../../directus/launch/project-root.ts';

const FOLDER = path.join(BUILD_DIR, 'extensions', 'bench-endpoint');

/** A normal Directus endpoint as anyone would write it: one transaction with one outbox row. */
const SOURCE = `
import { randomUUID } from 'node:crypto';
export default {
  id: 'bench-endpoint',
  handler: (router, { database }) => {
    router.post('/', async (request, response, next) => {
      try {
        if (!request.accountability?.user) { response.status(401).end(); return; }
        await database.transaction(async (trx) => {
          const id = randomUUID();
          await trx.raw("insert into kernel.outbox (id, source, target, type, contract_version, org_code, entity, entity_id, sequence, idempotency_key, occurred_at, body, status) values (?, 'bench', 'bench', 'bench', '0', '*', 'bench', ?, 1, ?, now(), '{}', 'delivered')", [id, id, id]);
        });
        response.json({ data: {} });
      } catch (error) { next(error); }
    });
  },
};`;

/** Puts the endpoint beside the extension, for one bench run. */
export async function installEndpoint(): Promise<void> {
  await mkdir(path.join(FOLDER, 'dist'), { recursive: true });
  await writeFile(
    path.join(FOLDER, 'package.json'),
    JSON.stringify({
      name: 'directus-extension-bench-endpoint',
      version: '1.0.0',
      type: 'module',
      'directus:extension': { type: 'endpoint', path: 'dist/index.js', source: 'src/index.js', host: '^11.0.0' },
    }),
  );
  await writeFile(path.join(FOLDER, 'dist', 'index.js'), SOURCE);
}

export const removeEndpoint = () => rm(FOLDER, { recursive: true, force: true });
