import { useEffect, useState } from 'react';

const storedAs = (name: string) => `selvedge.kept.${name}`;

/** State that survives a reload of the page, until it is forgotten. */
export function useKeptState<Value>(name: string, start: Value): [Value, (value: Value) => void, () => void] {
  const [initial] = useState(start);
  const [value, setValue] = useState<Value>(() => {
    try {
      const kept = localStorage.getItem(storedAs(name));
      return kept === null ? initial : (JSON.parse(kept) as Value);
    } catch {
      return initial;
    }
  });
  useEffect(() => {
    if (value !== initial) localStorage.setItem(storedAs(name), JSON.stringify(value));
  }, [name, value, initial]);
  return [value, setValue, () => localStorage.removeItem(storedAs(name))];
}
