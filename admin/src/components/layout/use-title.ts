import { useEffect } from 'react';

/** Names the browser's tab, so that ten open tabs can be told apart. */
export function useTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} · Selvedge`;
    return () => {
      document.title = 'Selvedge';
    };
  }, [title]);
}
