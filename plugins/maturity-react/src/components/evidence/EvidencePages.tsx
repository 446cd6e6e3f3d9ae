import { useEffect, useRef } from 'react';
import type {
  Evidence,
  Measurement,
} from '@devops-scorecards/plugin-maturity-common';
import { formatNumber } from '../../format';
import { useTexts } from '../../language';
import { ownerName } from '../../views/measurementView';
import { QuietButton } from '../page';
import { useDescriptionStyles } from '../page/useDescriptionStyles';
import { EvidenceTable } from './EvidenceTable';
import { evidenceId } from './evidenceRoles';

/** Items on a page. */
const PAGE = 25;

/** Every item behind a number, the newest first, a page at a time. */
export function EvidencePages(props: {
  measurement: Measurement;
  timeZone: string;
  page: number;
  onPage: (page: number) => void;
  onItem: (item: Evidence) => void;
  /** The item that is shown instead of the list; gets the focus back. */
  returnTo?: Evidence;
}) {
  const { measurement, timeZone, page, onPage, onItem, returnTo } = props;
  const { evidence, unit } = measurement;
  const texts = useTexts();
  const { t } = texts;
  const words = useDescriptionStyles();
  const left = useRef<string>();
  const list = useRef<HTMLTableElement>(null);

  useEffect(() => {
    if (returnTo) {
      left.current = evidenceId(returnTo);
    } else if (left.current) {
      const id = left.current;
      left.current = undefined;
      const buttons =
        list.current?.querySelectorAll<HTMLElement>('[data-item]');
      [...(buttons ?? [])]
        .find(place => place.dataset.item === id)
        ?.querySelector('button')
        ?.focus();
    }
  }, [returnTo]);

  if (evidence.length === 0) {
    return (
      <p className={words.text}>
        {measurement.portfolio
          ? t('measurement.services', {
              owner: ownerName(measurement.portfolio),
            })
          : t('measurement.none')}
      </p>
    );
  }
  const number = (value: number) => formatNumber({ value, texts, digits: 0 });
  const first = page * PAGE;
  const shown = evidence.slice(first, first + PAGE);
  const total = measurement.n + measurement.open;
  return (
    <>
      <EvidenceTable
        tableRef={list}
        evidence={shown}
        title={t('measurement.items')}
        unit={unit}
        timeZone={timeZone}
        onItem={onItem}
      />
      {evidence.length > PAGE && (
        <nav className={words.actions} aria-label={t('measurement.pages')}>
          <QuietButton disabled={page === 0} onClick={() => onPage(page - 1)}>
            {t('measurement.newer')}
          </QuietButton>
          <span role="status">
            {t('measurement.page', {
              from: number(first + 1),
              to: number(first + shown.length),
              total: number(evidence.length),
            })}
          </span>
          <QuietButton
            disabled={first + PAGE >= evidence.length}
            onClick={() => onPage(page + 1)}
          >
            {t('measurement.older')}
          </QuietButton>
        </nav>
      )}
      {/* Only facts are counted here; rates may count several things of one. */}
      {evidence.length < total && measurement.unit !== 'per-day' && (
        <p className={words.hint}>
          {t('measurement.cut', {
            shown: number(evidence.length),
            total: number(total),
          })}
        </p>
      )}
    </>
  );
}
