import type { ReactNode } from 'react';
import '../../styles/matrix.css';

interface MatrixProps {
  /** What the table holds, for who hears the page. */
  label: string;
  /** `text` reads from the left; `marks` holds signs, in the middle of their cells. */
  holds?: 'text' | 'marks';
  className?: string;
  /** Head and body of the table. */
  children: ReactNode;
}

/** A table that scrolls inside itself, with its head and first column in place; the keyboard reaches and scrolls it. */
export function Matrix({ label, holds = 'text', className, children }: MatrixProps) {
  const classes = ['sv-matrix', holds === 'text' && 'is-text', className].filter(Boolean).join(' ');
  return (
    <div className={classes} tabIndex={0} role="region" aria-label={label}>
      <table>{children}</table>
    </div>
  );
}
