import type { ReactNode } from 'react';

export interface Fact {
  label: string;
  value: ReactNode;
  /** Colours the value: it is what blocks. */
  isBad?: boolean;
}

/** Label and value pairs in columns. */
export function Facts({ facts }: { facts: readonly (Fact | null)[] }) {
  return (
    <dl className="sv-facts">
      {facts
        .filter((fact) => fact !== null)
        .map((fact) => (
          <div key={fact.label} className={fact.isBad ? 'is-bad' : ''}>
            <dt>{fact.label}</dt>
            <dd>{fact.value}</dd>
          </div>
        ))}
    </dl>
  );
}
