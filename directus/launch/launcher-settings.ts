import { launcherSchema, type LauncherConfig } from './config.ts';
import { StartRefused } from './start-refused.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

/** @throws StartRefused naming each setting of the launcher that is not usable */
export function readLauncherSettings(environment: Environment): LauncherConfig {
  const given = Object.keys(launcherSchema.shape).flatMap((name) => (environment[name] ? [[name, environment[name]]] : []));
  const parsed = launcherSchema.safeParse(Object.fromEntries(given));
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map(
    (issue) => `${String(issue.path[0])} is "${environment[String(issue.path[0])] ?? ''}": ${issue.message}`,
  );
  throw new StartRefused(`The launcher's settings are not usable: ${problems.join('; ')}.`);
}

/** @throws StartRefused when SELVEDGE_PORT is no port; the node checks the rest of its own settings */
export function readFirstPort(environment: Environment): number {
  const text = environment['SELVEDGE_PORT'] || '8055';
  const port = Number(text);
  // One more must fit after it, for the second node.
  if (!Number.isInteger(port) || port < 1 || port > 65_534)
    throw new StartRefused(`SELVEDGE_PORT is "${text}"; it must be a whole number from 1 to 65534.`);
  return port;
}
