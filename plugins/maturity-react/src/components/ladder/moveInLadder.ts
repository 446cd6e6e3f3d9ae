import type { KeyboardEvent } from 'react';

/**
 * Arrow keys within the rows of a ladder, as a reader of trees expects: up and
 * down between rows, right opens, left closes or goes to the row above it in
 * the tree. Tab and Enter work without them.
 */
export function moveInLadder(options: {
  event: KeyboardEvent<HTMLElement>;
  open: ReadonlySet<string>;
  onToggle: (id: string) => void;
}): void {
  const { event, open, onToggle } = options;
  const current = (event.target as HTMLElement).closest<HTMLElement>(
    '[data-ladder-row]',
  );
  if (!current) {
    return;
  }
  const rows = [
    ...event.currentTarget.querySelectorAll<HTMLElement>('[data-ladder-row]'),
  ];
  const index = rows.indexOf(current);
  const id = current.dataset.ladderRow ?? '';
  const isOpen = open.has(id);
  switch (event.key) {
    case 'ArrowDown':
      rows[index + 1]?.focus();
      break;
    case 'ArrowUp':
      rows[index - 1]?.focus();
      break;
    case 'Home':
      rows[0].focus();
      break;
    case 'End':
      rows[rows.length - 1].focus();
      break;
    case 'ArrowRight':
      if (isOpen) {
        rows[index + 1]?.focus();
      } else {
        onToggle(id);
      }
      break;
    case 'ArrowLeft':
      if (isOpen) {
        onToggle(id);
      } else {
        rows
          .slice(0, index)
          .reverse()
          .find(row => depthOf(row) < depthOf(current))
          ?.focus();
      }
      break;
    default:
      return;
  }
  event.preventDefault();
}

function depthOf(row: HTMLElement): number {
  return Number(row.dataset.ladderDepth);
}
