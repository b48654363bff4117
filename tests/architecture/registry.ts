import type { System } from '@selvedge/kernel/system.ts';

/** What a registry of commands, views and gates may refer to. */
export interface Known {
  readonly keys: ReadonlySet<string>;
  readonly collections: ReadonlySet<string>;
  /** Commands of every system, for the next steps that gates name. */
  readonly commands: ReadonlySet<string>;
}

const isBlank = (words: { en: string; tr: string }) => words.en.trim() === '' || words.tr.trim() === '';

/**
 * What is wrong with the declarations of a system.
 * @returns one sentence per mistake
 */
export function mistakesOf(system: System, known: Known): string[] {
  const gates = new Set(system.gates.map((binding) => binding.gate.name));
  const used = new Set(system.commands.flatMap((command) => command.gates));
  return [
    ...[...system.commands, ...system.views].filter((part) => isBlank(part.title)).map((part) => `${part.name} has no title in one language.`),
    ...system.commands
      .filter((command) => !known.keys.has(command.permission))
      .map((command) => `${command.name} needs ${command.permission}, which is no key.`),
    ...system.commands.flatMap((command) =>
      command.gates.filter((gate) => !gates.has(gate)).map((gate) => `${command.name} passes ${gate}, which is no gate of ${system.name}.`),
    ),
    ...system.commands
      .filter((command) => command.subject && !known.collections.has(command.subject.table))
      .map((command) => `${command.name} is about ${command.subject?.table ?? ''}, which is no collection.`),
    ...system.commands
      .filter((command) => [command.subject, command.org, command.belongsTo].filter(Boolean).length !== 1 && !command.each)
      .map((command) => `${command.name} must be about a row or create in an org or be about the node, and only one of them.`),
    ...system.gates.filter((binding) => !known.collections.has(binding.table)).map((binding) => `${binding.gate.name} judges ${binding.table}, no collection.`),
    ...[...gates].filter((gate) => !used.has(gate)).map((gate) => `${gate} is passed by no command of ${system.name}.`),
  ];
}

/** Keys, roles and commands that a gate's policy names and nobody has. */
export function danglingIn(
  policy: {
    readonly gate: string;
    readonly overrideKey: string | null;
    readonly requirements: readonly { code: string; command: string | null; lift: { roles: readonly string[]; key: string | null } }[];
  },
  known: Known & { readonly roles: readonly string[] },
): string[] {
  const where = (code: string) => `${policy.gate} ${code}`;
  return [
    ...(policy.overrideKey !== null && !known.keys.has(policy.overrideKey)
      ? [`${policy.gate} is overridden with ${policy.overrideKey}, which is no key.`]
      : []),
    ...policy.requirements.flatMap(({ code, command, lift }) => [
      ...(command !== null && !known.commands.has(command) ? [`${where(code)} leads to ${command}, which is no command.`] : []),
      ...(lift.key !== null && !known.keys.has(lift.key) ? [`${where(code)} is lifted with ${lift.key}, which is no key.`] : []),
      ...lift.roles.filter((role) => !known.roles.includes(role)).map((role) => `${where(code)} is lifted by ${role}, which is no role.`),
    ]),
  ];
}
