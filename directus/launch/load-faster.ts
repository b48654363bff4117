import { enableCompileCache, registerHooks } from 'node:module';
import path from 'node:path';
import { BUILD_DIR } from './project-root.ts';

const DATE_FNS = '/node_modules/date-fns/';

/**
 * For a process that is about to load Directus, whose 4,000 modules are most of a start: 4.1 s without this, 2.5 s
 * with it. V8 keeps what it compiled from one start to the next, where the folder can be written. And for each file
 * that is imported Node 22 reads the whole package.json of its package; that of date-fns names 138 KB of exports
 * and Directus loads 304 of its files, which alone are 1.2 s. Those files name each other by relative paths, and
 * those that end in `.js` are ES modules, so nothing needs to be read.
 */
export function loadFaster(): void {
  enableCompileCache(path.join(BUILD_DIR, 'compiled'));
  registerHooks({
    resolve: (specifier, context, next) => {
      const from = context.parentURL ?? '';
      if (!specifier.startsWith('.') || !from.includes(DATE_FNS) || !specifier.endsWith('.js') || !from.endsWith('.js'))
        return next(specifier, context);
      return { url: new URL(specifier, from).href, format: 'module', shortCircuit: true };
    },
  });
}
