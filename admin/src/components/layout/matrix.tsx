import type { ReactNode } from 'react';
import '../../styles/matrix.css';

interface MatrixProps {
  /** What the table holds, for who hears the page. */
  label: string;
  /** `text` reads from the left; `marks` holds signs, in the middle of their cells. */
  holds?: 'text' | 'marks';
  className?: string;
  /** What stands over each column. */
  columns: readonly string[];
  /** What the buttons in a last column do, which has no words over it. */
  actions?: string;
  /** The rows, each with a head of its own. */
  children: ReactNode;
}

/** A table that scrolls inside itself, with its head and first column in place; the keyboard reaches and scrolls it. */
export function Matrix({ label, holds = 'text', className, columns, actions, children }: MatrixProps) {
  const classes = ['sv-matrix', holds === 'text' && 'is-text', className].filter(Boolean).join(' ');
  return (
    <div className={classes} tabIndex={0} role="region" aria-label={label}>
      <table>
        <thead>
          <tr>
            {columns.map((title) => (
              <th key={title} scope="col">
                {title}
              </th>
            ))}
            {actions !== undefined && <th aria-label={actions} />}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}
