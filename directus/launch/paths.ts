import path from 'node:path';

/** The root of the repository: everything that is started runs from here. */
export const repositoryRoot = path.resolve(import.meta.dirname, '../..');

export const launchFile = (name: string) => path.join(import.meta.dirname, name);
