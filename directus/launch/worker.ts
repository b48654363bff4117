import path from 'node:path';
import { BUILD_DIR } from './project-root.ts';

/** Starts the worker from its bundle. */
await import(path.join(BUILD_DIR, 'worker.js'));
