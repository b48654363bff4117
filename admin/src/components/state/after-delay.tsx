import { useEffect, useState, type ReactNode } from 'react';

/** Shows its children only when the wait is long enough to notice: never a flash. */
export function AfterDelay({ children, delayMs = 150 }: { children: ReactNode; delayMs?: number }) {
  const [due, setDue] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setDue(true), delayMs);
    return () => clearTimeout(timer);
  }, [delayMs]);
  return due ? children : null;
}
