import type { Command } from './command/define-command.ts';
import type { GateBinding } from './gate/binding.ts';
import type { OverrideMail } from './gate/tell-override.ts';
import type { Consumer } from './inbox/consumer.ts';
import type { Job } from './jobs/job.ts';
import type { KeptMirror, OwnedMirror } from './mirror/mirror.ts';
import type { View } from './view/define-view.ts';

/** One bounded context, as it is handed to the kernel. */
export interface System {
  readonly name: string;
  /** Roles that have a way in (J21). */
  readonly roles: readonly string[];
  readonly commands: readonly Command[];
  readonly views: readonly View[];
  readonly gates: readonly GateBinding[];
  readonly consumers: readonly Consumer[];
  readonly jobs: readonly Job[];
  /** Whom it tells of overrides; a system with a gate that can be overridden must say so. */
  readonly overrideMail?: OverrideMail;
  /** What others keep copies of, and what it keeps copies of itself. */
  readonly owns?: readonly OwnedMirror[];
  readonly keeps?: readonly KeptMirror[];
}

/** @throws Error when two parts of a system share a name */
export function defineSystem(system: System): System {
  for (const names of [
    system.commands.map((c) => c.name),
    system.views.map((v) => v.name),
    system.gates.map((g) => g.gate.name),
    system.consumers.map((c) => c.event.type),
    system.jobs.map((j) => j.name),
  ]) {
    const twice = names.find((name, i) => names.indexOf(name) !== i);
    if (twice) throw new Error(`${system.name} declares "${twice}" twice.`);
  }
  const foreign = [...system.commands, ...system.views].find((part) => part.system !== system.name);
  if (foreign) throw new Error(`"${foreign.name}" says it belongs to ${foreign.system}, not to ${system.name}.`);
  const untold = system.gates.find((binding) => binding.gate.overrideKey !== null);
  if (untold && !system.overrideMail) throw new Error(`${system.name} has the gate ${untold.gate.name}, which can be overridden, and tells nobody of it.`);
  return system;
}
