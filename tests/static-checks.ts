import { existsSync } from 'node:fs';
import path from 'node:path';
import { repositoryRoot } from '../directus/launch/paths.ts';

export interface StaticCheck {
  readonly title: string;
  /** A script to run on Node, with its arguments. */
  readonly args: readonly string[];
}

/** The same that "npm run typecheck" and "npm run lint" do, as separate checks that can run side by side. */
export function staticChecks(): StaticCheck[] {
  const hasAdmin = existsSync(path.join(repositoryRoot, 'admin/tsconfig.json'));
  return [
    { title: 'eslint', args: ['node_modules/eslint/bin/eslint.js', '.'] },
    { title: 'typecheck', args: ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.json'] },
    ...(hasAdmin ? [{ title: 'typecheck of admin', args: ['node_modules/typescript/bin/tsc', '-p', 'admin/tsconfig.json'] }] : []),
    {
      title: 'dependency rules',
      args: [
        'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs',
        '--config',
        '.dependency-cruiser.cjs',
        'contract',
        'rules',
        'directus',
        'extensions',
        'seed',
        'tests',
        'admin/src',
      ],
    },
    { title: 'prettier', args: ['node_modules/prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.'] },
    { title: 'journeys', args: ['scripts/journeys.mjs', '--check'] },
  ];
}
