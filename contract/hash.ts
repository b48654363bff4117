import { createHash } from 'node:crypto';
import { z } from 'zod';
import { events } from './index.ts';
import { CONTRACT_VERSION } from './version.ts';

/** The JSON Schema of an event's data, as other systems would validate it. */
export const jsonSchemaOf = (event: (typeof events)[number]) => z.toJSONSchema(event.data, { io: 'input' });

/** A hash over version, events and schemas: equal on two nodes means they speak the same contract. */
export function contractHash(): string {
  const hash = createHash('sha256').update(CONTRACT_VERSION);
  for (const event of [...events].sort((a, b) => (a.type < b.type ? -1 : 1))) {
    hash.update(JSON.stringify([event.type, event.source, event.target, event.entity, jsonSchemaOf(event)]));
  }
  return hash.digest('hex');
}
