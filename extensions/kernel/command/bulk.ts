import { z } from 'zod';
import type { Command } from './define-command.ts';

/** Items one bulk request may carry. */
export const MAX_BULK_ITEMS = 200;

/**
 * The bulk form of a command: a list of its inputs, each run in a transaction of its own and
 * answered on its own, so that one bad row never stops the rest.
 * @param permission a further key that bulk itself needs, checked per item's org
 */
export function bulkOf(each: Command, name: string, title: Command['title'], permission = each.permission): Command {
  return {
    ...each,
    name,
    title,
    permission,
    input: z.strictObject({ items: z.array(each.input).min(1).max(MAX_BULK_ITEMS) }),
    subject: undefined,
    org: undefined,
    each: { ...each, permission },
    run: () => {
      throw new Error(`${name} runs item by item.`);
    },
  };
}
