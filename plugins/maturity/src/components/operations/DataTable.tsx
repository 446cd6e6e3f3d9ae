import type { ReactNode } from 'react';
import {
  useTableStyles,
  VisuallyHidden,
} from '@devops-scorecards/plugin-maturity-react';

/** A small table that scrolls within itself, reachable from the keyboard. */
export function DataTable(props: {
  /** What the table shows, for those who hear it. */
  label: string;
  columns: readonly string[];
  /** As long as it is, where the page is about it. */
  whole?: boolean;
  children: ReactNode;
}) {
  const { label, columns, whole, children } = props;
  const classes = useTableStyles();
  return (
    <div
      className={classes.scroll}
      style={whole ? { maxHeight: 'none' } : undefined}
      // No landmark: most stand in a panel of that name.
      role="group"
      aria-label={label}
      // A region that scrolls must be reachable from the keyboard.
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
    >
      <table className={classes.table}>
        <caption>
          <VisuallyHidden>{label}</VisuallyHidden>
        </caption>
        <thead>
          <tr>
            {columns.map(column => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}
