import { randomUUID } from 'node:crypto';
import { anonymous, type Answer } from './ask.ts';

/** The answer to what names a row of another must be the one to what names nothing. */
export async function compareWithNothing(send: (id: string) => Promise<Answer>, id: string): Promise<string | null> {
  const nothing = randomUUID();
  const [of, ofNothing] = [anonymous(await send(id), id), anonymous(await send(nothing), nothing)];
  return of === ofNothing ? null : `a row of another answers "${of.slice(0, 80)}", none "${ofNothing.slice(0, 80)}"`;
}
