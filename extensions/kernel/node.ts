import type { InboxSettings } from './inbox/apply.ts';
import type { KeptMirror, OwnedMirror } from './mirror/mirror.ts';
import type { Direction, SecretStore } from './signature/secrets.ts';

/** What this node is made of, for the commands, views and jobs that operate the node itself. */
export interface HostedNode {
  /** How each hosted system takes events, by its name. */
  readonly inboxes: ReadonlyMap<string, InboxSettings>;
  /** Every direction events travel in, whichever node hosts its ends. */
  readonly directions: readonly Direction[];
  /** Mirrors that the other side keeps of what is owned here, and those kept here. */
  readonly owns: readonly OwnedMirror[];
  readonly keeps: readonly KeptMirror[];
  readonly secrets: SecretStore;
  /** Base address of the node that hosts a system. */
  readonly urlOf: (system: string) => string;
}
