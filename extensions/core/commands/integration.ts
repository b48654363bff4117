import type { Command } from '@selvedge/kernel/command/define-command.ts';
import { checkDrift, healDrift } from './drift.ts';
import { addEventKey, createEventKey, revokeEventKey } from './event-keys.ts';
import { replayEvents, skipEvent } from './held-events.ts';
import { retryDeliveries } from './retry-deliveries.ts';
import { addSecret, createSecret, revokeSecret } from './secrets.ts';
import { skipDeliveries } from './skip-deliveries.ts';

/** What administrators do with what crosses between the systems. */
export const integrationCommands: readonly Command[] = [
  replayEvents,
  skipEvent,
  retryDeliveries,
  skipDeliveries,
  createSecret,
  addSecret,
  revokeSecret,
  createEventKey,
  addEventKey,
  revokeEventKey,
  checkDrift,
  healDrift,
];
