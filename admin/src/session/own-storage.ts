import { homeMe } from './me.ts';

/**
 * What a person keeps on this machine, under their own id: whoever signs in here after them neither
 * sees it nor sends it in their name. Nobody signed in keeps nothing.
 */
const keyOf = (name: string): string | null => {
  const me = homeMe();
  return me && `selvedge.${me.user.id}.${name}`;
};

/** @returns null when nothing is kept, or nothing readable; of its shape the caller makes sure */
export function readOwn<Value>(name: string): Value | null {
  const key = keyOf(name);
  try {
    return key === null ? null : (JSON.parse(localStorage.getItem(key) ?? 'null') as Value | null);
  } catch {
    return null;
  }
}

export function keepOwn(name: string, value: unknown): void {
  const key = keyOf(name);
  if (key !== null) localStorage.setItem(key, JSON.stringify(value));
}

export function forgetOwn(name: string): void {
  const key = keyOf(name);
  if (key !== null) localStorage.removeItem(key);
}
