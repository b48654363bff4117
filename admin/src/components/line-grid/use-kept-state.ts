import { useEffect, useState } from 'react';

const storedAs = (name: string) => `selvedge.kept.${name}`;

/** State that survives a reload of the page, until it is forgotten. */
export function useKeptState<Value>(name: string, initial: Value): [Value, (value: Value) => void, () => void] {
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
    // eslint-disable-next-line react-hooks/exhaustive-deps -- `initial` is what the first render gave
  }, [name, value]);
  return [value, setValue, () => localStorage.removeItem(storedAs(name))];
}
