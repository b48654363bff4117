import { StartRefused } from './start-refused.ts';

const REMEDIES: Readonly<Record<string, (place: string) => string>> = {
  ENOSPC: (place) => `The disk is full: ${place} could not be written; free some space and start again.`,
  EDQUOT: (place) => `This user may use no more of the disk: ${place} could not be written; free some space and start again.`,
  EACCES: (place) => `This user may not write ${place}; give them the right, or set SELVEDGE_DATA_DIR to another folder.`,
  EPERM: (place) => `This user may not write ${place}; give them the right, or set SELVEDGE_DATA_DIR to another folder.`,
  EROFS: (place) => `${place} lies on a disk that is read-only; set SELVEDGE_DATA_DIR to another folder.`,
  EEXIST: (place) => `${place} is a file, not a folder; move it away, or set SELVEDGE_DATA_DIR to another folder.`,
  ENOTDIR: (place) => `${place} lies below a file, not below a folder; set SELVEDGE_DATA_DIR to another folder.`,
  EMFILE: () => 'This user may open no more files; raise the limit ("ulimit -n 4096") and start again.',
};

/**
 * What a full or closed disk means to a person; every other error as it is.
 * @param place  what was being written, for errors that do not say it themselves
 */
export function asRefusal(error: unknown, place: string): unknown {
  const { code, path = place } = (error ?? {}) as NodeJS.ErrnoException;
  const remedy = REMEDIES[code ?? ''];
  return remedy && !(error instanceof StartRefused) ? new StartRefused(remedy(path), error) : error;
}

/** Whether what a process printed says that it had no space left to write to. */
export const saysDiskFull = (output: string) => /ENOSPC|No space left on device/.test(output);
