import path from 'node:path';
import { loadFaster } from './load-faster.ts';
import { BUILD_DIR } from './project-root.ts';

/** Starts the worker from its bundle. */
loadFaster();
await import(path.join(BUILD_DIR, 'worker.js'));
