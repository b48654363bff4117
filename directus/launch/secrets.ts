import { randomBytes } from 'node:crypto';
import { readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { reasonOf, StartRefused } from './start-refused.ts';

const secret = z.string().min(32);
const nodeSecrets = z.object({ SELVEDGE_SECRET: secret, SELVEDGE_SECRETS_KEY: secret });

const secretsSchema = z.object({
  /** Passwords of the database roles. */
  postgres: z.object({ superuser: secret, owner: secret, app: secret }),
  redisPassword: secret,
  /** Both systems know these two: one signs with it, the other verifies. */
  events: z.object({ SELVEDGE_EVENT_SECRET_CRM_TO_WMS: secret, SELVEDGE_EVENT_SECRET_WMS_TO_CRM: secret }),
  /** What a node keeps to itself: a token of one node is worth nothing on another. */
  nodes: z.object({ main: nodeSecrets, crm: nodeSecrets, wms: nodeSecrets }),
});

export type Secrets = z.infer<typeof secretsSchema>;

const random = () => randomBytes(36).toString('base64url');
const randomNode = () => ({ SELVEDGE_SECRET: random(), SELVEDGE_SECRETS_KEY: random() });

const generate = (): Secrets => ({
  postgres: { superuser: random(), owner: random(), app: random() },
  redisPassword: random(),
  events: { SELVEDGE_EVENT_SECRET_CRM_TO_WMS: random(), SELVEDGE_EVENT_SECRET_WMS_TO_CRM: random() },
  nodes: { main: randomNode(), crm: randomNode(), wms: randomNode() },
});

/**
 * The generated secrets of this data folder: made at the first start, the same ever after.
 * @throws StartRefused when the file exists but cannot be used; new secrets would lock the databases
 */
export async function loadSecrets(dataDir: string): Promise<Secrets> {
  const file = path.join(dataDir, 'secrets.json');
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw new StartRefused(`${file} cannot be read (${reasonOf(error)}); give this user the right to read it.`, error);
  });
  if (text === undefined) {
    const secrets = generate();
    // Written aside and renamed: a start that is killed here leaves no half file behind.
    await writeFile(`${file}.new`, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
    await rename(`${file}.new`, file);
    return secrets;
  }
  try {
    return secretsSchema.parse(JSON.parse(text));
  } catch (error) {
    throw new StartRefused(`${file} is damaged; restore it, or run "npm run reset" to delete all local data and begin anew.`, error);
  }
}
