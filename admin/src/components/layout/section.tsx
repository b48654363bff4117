import type { ReactNode } from 'react';

/** A titled part of a panel or page. */
export function Section({ title, aside, children }: { title: string; aside?: ReactNode; children: ReactNode }) {
  return (
    <section className="sv-section">
      <header className="sv-section-head">
        <h2>{title}</h2>
        {aside}
      </header>
      {children}
    </section>
  );
}
