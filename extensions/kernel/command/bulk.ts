import { z } from 'zod';
import type { Tx } from '../database/transaction.ts';
import type { BulkItem, Command } from './define-command.ts';

/** Items one bulk request may carry. */
export const MAX_BULK_ITEMS = 200;

interface BulkBy<Input> {
  readonly name: string;
  readonly title: Command['title'];
  /** A further key that doing it to many needs, besides that of the single command. */
  readonly permission?: string;
  readonly input: z.ZodType<Input>;
  readonly items: (tx: Tx, input: Input) => Promise<readonly BulkItem[]>;
}

/**
 * A command that does another one to many things: each in a transaction of its own and answered on
 * its own, so that one bad one never stops the rest.
 */
export function bulkBy<Input>(each: Command, { name, title, input, items, permission = each.permission }: BulkBy<Input>): Command {
  return {
    ...each,
    name,
    title,
    permission,
    input,
    subject: undefined,
    org: undefined,
    belongsTo: undefined,
    each: { ...each, isInBulk: true, alsoNeeds: permission === each.permission ? undefined : permission },
    items: items as Command['items'],
    run: () => {
      throw new Error(`${name} runs item by item.`);
    },
  };
}

/**
 * The bulk form of a command: a list of its inputs.
 * @param permission a further key that bulk itself needs, checked per item's org
 */
export const bulkOf = (each: Command, name: string, title: Command['title'], permission = each.permission): Command =>
  bulkBy(each, {
    name,
    title,
    permission,
    input: z.strictObject({ items: z.array(each.input).min(1).max(MAX_BULK_ITEMS) }),
    items: (_tx, { items }) => Promise.resolve(items.map((body, index) => ({ name: String(index), body }))),
  });
