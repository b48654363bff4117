import type { ReactNode } from 'react';

interface RecordHeadProps {
  code: ReactNode | null;
  title: ReactNode;
  status: ReactNode;
  meta?: ReactNode;
}

/** The head of a panel or full page. */
export function RecordHead({ code, title, status, meta }: RecordHeadProps) {
  return (
    <header className="sv-record-head">
      <div className="sv-row is-wrap">
        {code}
        {status}
        <span className="sv-grow" />
        <span className="sv-faint">{meta}</span>
      </div>
      <h1>{title}</h1>
    </header>
  );
}
