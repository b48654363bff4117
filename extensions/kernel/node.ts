import type { GateBinding } from './gate/binding.ts';
import type { OverrideMail } from './gate/tell-override.ts';
import type { InboxSettings } from './inbox/apply.ts';
import type { KeptMirror, OwnedMirror } from './mirror/mirror.ts';
import type { Direction, SecretStore } from './signature/secrets.ts';

export interface HostedGate {
  readonly system: string;
  readonly binding: GateBinding;
  readonly overrideMail: OverrideMail | undefined;
}

/** What this node is made of, for the commands, views and jobs that operate the node itself. */
export interface HostedNode {
  /** How each hosted system takes events, by its name. */
  readonly inboxes: ReadonlyMap<string, InboxSettings>;
  /** Every direction events travel in, whichever node hosts its ends. */
  readonly directions: readonly Direction[];
  /** Mirrors that the other side keeps of what is owned here, and those kept here. */
  readonly owns: readonly OwnedMirror[];
  readonly keeps: readonly KeptMirror[];
  /** The gates that commands of this node pass, by their names, each with the system whose commands they are. */
  readonly gates: ReadonlyMap<string, HostedGate>;
  /** Names of every command of the product, hosted here or not: what the next step of a requirement may name. */
  readonly commandNames: readonly string[];
  readonly secrets: SecretStore;
  /** Base address of the node that hosts a system. */
  readonly urlOf: (system: string) => string;
  /** Systems whose node spoke another contract when it last answered. */
  readonly contractDiffersAt: () => readonly string[];
}
