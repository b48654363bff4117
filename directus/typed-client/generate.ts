import { globSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { core } from '@selvedge/core/system.ts';
import { defineCrm } from '@selvedge/crm/system.ts';
import type { Command } from '@selvedge/kernel/command/define-command.ts';
import type { System } from '@selvedge/kernel/system.ts';
import { wms } from '@selvedge/wms/system.ts';
import { formatted } from '../../scripts/formatted.mjs';
import { PROJECT_ROOT } from '../launch/project-root.ts';
import { replyTypes } from './reply-types.ts';
import { typeOfSchema, type Schema } from './schema-type.ts';

/** Where the app finds the types of every command. */
export const TYPED_CLIENT_PATH = 'admin/src/api/commands.gen.ts';

const HEAD = `import type { BulkAnswer } from './types/shared.ts';

/**
 * Every command with what it takes and what it answers. Written by \`npm run client\` from the registry that
 * answers the requests; types only, so that nothing of it reaches the browser.
 */
export interface Commands {`;

const inputOf = (command: Command) => typeOfSchema(z.toJSONSchema(command.input, { io: 'input' }) as Schema);

/** @throws Error when a command is not declared where its reply can be read */
function replyOf(command: Command, replies: ReadonlyMap<string, string>): string {
  if (command.each) return `BulkAnswer<${replyOf(command.each, replies)}>`;
  const reply = replies.get(command.name);
  if (reply === undefined)
    throw new Error(`${command.name} has no reply type: declare it by commandOn, commandIn or commandAt with a literal name under extensions/*/commands/.`);
  return reply;
}

/** The typed client's source, formatted as the project is. */
export async function typedClient(): Promise<string> {
  // Where its mail would go does not matter here: nothing is run.
  const systems: readonly System[] = [core, defineCrm({ smtpUrl: 'smtp://127.0.0.1:1', mailFrom: 'selvedge@example.com' }), wms];
  const files = globSync('extensions/{core,crm,wms}/commands/**/*.ts', { cwd: PROJECT_ROOT }).map((file) => path.join(PROJECT_ROOT, file));
  const replies = replyTypes(files, path.join(PROJECT_ROOT, 'tsconfig.json'));
  const parts = systems.map(({ name, commands }) => {
    const fields = commands.map((command) => `'${command.name}': { input: ${inputOf(command)}; reply: ${replyOf(command, replies)} };`);
    return `${name}: { ${fields.join('\n')} };`;
  });
  return formatted(path.join(PROJECT_ROOT, TYPED_CLIENT_PATH), `${HEAD}\n${parts.join('\n')}\n}\n`);
}
