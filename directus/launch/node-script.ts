import type { ChildSpec } from './child.ts';
import { launchFile, repositoryRoot } from './paths.ts';

const flags = ['--disable-warning=ExperimentalWarning', '--import', launchFile('leave-with-parent.ts')];

/** One of the TypeScript programs in this folder, run by the Node that runs the launcher. */
export const nodeScript = (name: string, file: string, env: Readonly<Record<string, string>>): ChildSpec => ({
  name,
  tier: 'node',
  command: process.execPath,
  args: [...flags, launchFile(file)],
  env,
  cwd: repositoryRoot,
  channel: true,
});
