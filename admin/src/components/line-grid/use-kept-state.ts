import { useEffect, useState } from 'react';
import { forgetOwn, keepOwn, readOwn } from '../../session/own-storage.ts';

const storedAs = (name: string) => `kept.${name}`;

/** State that survives a reload of the page, until it is forgotten. */
export function useKeptState<Value>(name: string, start: Value): [Value, (value: Value) => void, () => void] {
  const [initial] = useState(start);
  const [value, setValue] = useState<Value>(() => readOwn<Value>(storedAs(name)) ?? initial);
  useEffect(() => {
    if (value !== initial) keepOwn(storedAs(name), value);
  }, [name, value, initial]);
  return [value, setValue, () => forgetOwn(storedAs(name))];
}
