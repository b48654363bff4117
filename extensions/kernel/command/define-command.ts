import type { z } from 'zod';
import type { Row, Tx } from '../database/transaction.ts';
import type { KernelTable, TableName, Tables } from '../database/tables.ts';
import type { CommittedEffects } from '../http/context.ts';
import type { HostedNode } from '../node.ts';
import type { AskedGate, GateBinding, NamedRow } from '../gate/binding.ts';
import type { Bilingual, Decision, Override } from '../gate/decision.ts';
import type { Identity } from '../identity/identity.ts';
import type { EventType } from '../outbox/event-type.ts';

/** What one command execution may do. Everything goes through here, so that nothing can be forgotten. */
export interface CommandContext<Subject = undefined> {
  readonly tx: Tx;
  readonly now: Date;
  readonly identity: Identity;
  readonly requestId: string;
  /** What the node itself is made of, for commands that operate it. */
  readonly node: HostedNode;
  /** The org that everything in this command belongs to. */
  readonly org: { readonly id: string; readonly code: string };
  /** The row the command is about, locked until the end. */
  readonly subject: Subject;
  /** @throws Refusal PERMISSION_REQUIRED */
  require(key: string): void;
  holds(key: string): boolean;
  /**
   * Judges a gate and keeps the decision.
   * An override that lifts nothing is not kept: the decision reads as allowed by itself.
   * @throws Refusal GATE_BLOCKED with every unmet requirement; PERMISSION_REQUIRED for an override without its key; OVERRIDE_SINGLE for one
   * in bulk that the gate takes one by one only
   * @throws Error when the command does not declare the gate
   */
  pass(gate: GateBinding | AskedGate, row: NamedRow, override?: Override): Promise<Decision>;
  /** Sends an event to the other system, with this transaction. */
  emit<D>(event: EventType<D>, entityId: string, data: D, version?: number): void;
  /** The same for an org that the command itself brought into being. */
  emitIn<D>(event: EventType<D>, org: { readonly id: string; readonly code: string }, entityId: string, data: D): void;
  /** Sends an event about reference data of the whole group; its envelope carries no org (ADR 0014). */
  emitForGroup<D>(event: EventType<D>, entityId: string, data: D): void;
  /** Notes what changed on a row, for the audit. The command's own name and reason are added. */
  changed(table: TableName | KernelTable, id: string, change: { before?: object; after?: object; reason?: string | undefined }): void;
  /** Runs work on the mechanism's own tables, which no person may write, as the system, in this transaction (database/as-system.ts). */
  asSystem<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  /** Adds what work as the system caused to what is told to the outside after commit. */
  caused(effects: CommittedEffects): void;
}

interface Common<Input, Output, Read> {
  /** `noun.verb` */
  readonly name: string;
  readonly system: string;
  readonly title: Bilingual;
  readonly permission: string;
  readonly input: z.ZodType<Input>;
  /** Gates this command passes, and no other: for its documentation and the tests that look for ways round. */
  readonly gates?: readonly string[];
  /** Field of the input that holds a person's reason; it goes into the audit. */
  readonly reason?: (input: Input) => string | undefined;
  /** What a retry of the same request is answered, where the answer itself may be given only once. */
  readonly kept?: (output: Output) => unknown;
  /**
   * What the command goes by, read as its row is locked, in the same flight; `run` gets it once it is known that the
   * person may act. So it can only read, and only what no lock that `run` takes could change meanwhile.
   */
  readonly reads?: (tx: Tx, input: Input, now: Date) => Promise<Read>;
  readonly __output?: Output;
}

export type SubjectRow<T extends TableName> = Tables[T] & Row & { id: string; org: string };

interface OnRow<T extends TableName, Input, Output, Read> extends Common<Input, Output, Read> {
  /** The row it acts on: locked, and 404 when it is not there or not visible. */
  readonly subject: { readonly table: T; readonly id: (input: Input) => string };
  readonly run: (context: CommandContext<SubjectRow<T>>, input: Input, read: Read) => Promise<Output>;
}

interface OnOrg<Input, Output, Read> extends Common<Input, Output, Read> {
  /** For what creates something: the org it is created in, always explicit (J3). */
  readonly org: (input: Input) => string;
  readonly run: (context: CommandContext, input: Input, read: Read) => Promise<Output>;
}

interface OnNode<Input, Output, Read> extends Common<Input, Output, Read> {
  /**
   * For what is no row of the model, such as an event: the org it belongs to, looked up under row
   * security. `null` is the whole installation's, which its administrators alone act on; `undefined` is not there.
   */
  readonly belongsTo: (tx: Tx, input: Input) => Promise<string | null | undefined>;
  /** Set where what belongs to no org is reference data that all of them share, such as the catalog: the key in any of them will do. */
  readonly isShared?: true;
  readonly run: (context: CommandContext, input: Input, read: Read) => Promise<Output>;
}

/** One item of a bulk command: a name that stays the same over a retry, and the input of the command that runs it. */
export interface BulkItem {
  readonly name: string;
  readonly body: unknown;
}

export interface Command {
  readonly name: string;
  readonly system: string;
  readonly title: Bilingual;
  readonly permission: string;
  /** A further key, that the bulk form of a command asks for besides its own. */
  readonly alsoNeeds: string | undefined;
  readonly gates: readonly string[];
  readonly input: z.ZodType;
  readonly subject: { readonly table: string; readonly id: (input: unknown) => string } | undefined;
  readonly org: ((input: unknown) => string) | undefined;
  readonly belongsTo: ((tx: Tx, input: unknown) => Promise<string | null | undefined>) | undefined;
  readonly isShared: boolean;
  readonly kept: ((output: unknown) => unknown) | undefined;
  readonly reason: ((input: unknown) => string | undefined) | undefined;
  readonly reads: ((tx: Tx, input: unknown, now: Date) => Promise<unknown>) | undefined;
  readonly run: (context: CommandContext<never>, input: unknown, read: unknown) => Promise<unknown>;
  /** Whether it runs as an item of a bulk command. */
  readonly isInBulk: boolean;
  /** Set on bulk commands: each item runs as this command, in a transaction of its own. */
  readonly each: Command | undefined;
  /** The items of a bulk command; what it looks up for that is read as the person. */
  readonly items: ((tx: Tx, input: unknown) => Promise<readonly BulkItem[]>) | undefined;
}

const NAME = /^[a-z]+(-[a-z]+)*\.[a-z]+(-[a-z]+)*$/;

/** Declares a command on an existing row. */
export function commandOn<T extends TableName, Input, Output, Read>(definition: OnRow<T, Input, Output, Read>): Command {
  return build(definition as unknown as Partial<Command> & Common<unknown, unknown, unknown>);
}

/** Declares a command that creates something in an org. */
export function commandIn<Input, Output, Read>(definition: OnOrg<Input, Output, Read>): Command {
  return build(definition as unknown as Partial<Command> & Common<unknown, unknown, unknown>);
}

/** Declares a command on something of the node itself. */
export function commandAt<Input, Output, Read>(definition: OnNode<Input, Output, Read>): Command {
  return build(definition as unknown as Partial<Command> & Common<unknown, unknown, unknown>);
}

function build(definition: Partial<Command> & Common<unknown, unknown, unknown>): Command {
  if (!NAME.test(definition.name)) throw new Error(`Command name "${definition.name}" is not noun.verb.`);
  return {
    name: definition.name,
    system: definition.system,
    title: definition.title,
    permission: definition.permission,
    gates: definition.gates ?? [],
    input: definition.input,
    subject: definition.subject,
    org: definition.org,
    belongsTo: definition.belongsTo,
    isShared: definition.isShared === true,
    kept: definition.kept,
    reason: definition.reason,
    reads: definition.reads,
    alsoNeeds: undefined,
    isInBulk: false,
    run: definition.run as Command['run'],
    each: undefined,
    items: undefined,
  };
}
