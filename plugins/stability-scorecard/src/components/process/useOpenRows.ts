import { useCallback, useEffect, useRef, useState } from 'react';
import {
  criterionElementId,
  type DisclosureState,
} from '@devops-scorecards/plugin-maturity-react';
import type { ProcessView } from '../../views/processView';

/** Which rows are open, and the way to open them. */
export interface OpenRows {
  disclosureOf: (id: string) => DisclosureState;
  allOpen: boolean;
  toggleAll: () => void;
}

/**
 * Keeps which processes are open, and opens the one with a criterion that the
 * address names: brings it into view and gives it the focus, once.
 */
export function useOpenRows(
  processes: ProcessView[],
  criterion: string | undefined,
): OpenRows {
  const [open, setOpen] = useState<ReadonlySet<string>>(() => new Set());
  const shown = useRef<string>();

  useEffect(() => {
    if (!criterion) {
      // Leaving the criterion allows to come back to the same one.
      shown.current = undefined;
      return;
    }
    if (shown.current === criterion) {
      return;
    }
    const process = processes.find(({ row }) =>
      row.criteria.some(({ id }) => id === criterion),
    );
    if (process && !open.has(process.id)) {
      setOpen(before => new Set(before).add(process.id));
      return;
    }
    const element = document.getElementById(criterionElementId(criterion));
    if (element) {
      shown.current = criterion;
      element.scrollIntoView?.({ block: 'center' });
      element.focus({ preventScroll: true });
    }
  }, [criterion, processes, open]);

  const allOpen = processes.every(({ id }) => open.has(id));
  const disclosureOf = useCallback(
    (id: string): DisclosureState => ({
      open: open.has(id),
      regionId: `stability-process-${id}`,
      toggle: () =>
        setOpen(before => {
          const after = new Set(before);
          if (!after.delete(id)) {
            after.add(id);
          }
          return after;
        }),
    }),
    [open],
  );
  const toggleAll = useCallback(
    () => setOpen(new Set(allOpen ? [] : processes.map(({ id }) => id))),
    [allOpen, processes],
  );
  return { disclosureOf, allOpen, toggleAll };
}
