import { makeStyles } from '@material-ui/core/styles';
import type { ImportStatus } from '@devops-scorecards/plugin-maturity-common';
import {
  formatNumber,
  paletteFor,
  useDescriptionStyles,
  useTexts,
} from '@devops-scorecards/plugin-maturity-react';
import { formatBytes } from './formatBytes';

const useStyles = makeStyles(theme => {
  const palette = paletteFor(theme.palette.type);
  return {
    track: {
      height: 8,
      maxWidth: 480,
      borderRadius: 4,
      overflow: 'hidden',
      border: `1px solid ${palette.muted}`,
      margin: theme.spacing(0.5, 0),
    },
    done: {
      height: '100%',
      backgroundColor: palette.level[4],
      transition: 'width 200ms linear',
      '@media (prefers-reduced-motion: reduce)': { transition: 'none' },
    },
  };
});

/** How far an import has come: a bar where its end is known, and in words. */
export function ImportProgress(props: {
  status: ImportStatus;
  /** Bytes of the whole file, where the page knows them. */
  total?: number;
}) {
  const { status } = props;
  const { name, offset, state } = status;
  const total = props.total ?? status.totalBytes;
  const texts = useTexts();
  const { t } = texts;
  const classes = useStyles();
  const words = useDescriptionStyles();
  const count = (value: number) => formatNumber({ value, texts });
  const bytes =
    total === undefined
      ? t('imports.bytesOnly', { done: formatBytes(offset, texts) })
      : t('imports.bytes', {
          done: formatBytes(offset, texts),
          total: formatBytes(total, texts),
        });
  // 100 only when all is done.
  const percent = total ? Math.floor((100 * offset) / total) : 0;
  return (
    <div className={words.text}>
      {state === 'open' && total !== undefined && (
        <div
          className={classes.track}
          role="progressbar"
          aria-label={t('imports.progress', { name })}
          aria-valuemin={0}
          aria-valuemax={100}
          aria-valuenow={percent}
          aria-valuetext={bytes}
        >
          <div className={classes.done} style={{ width: `${percent}%` }} />
        </div>
      )}
      <div>{bytes}</div>
      <div>
        {t('imports.counts', {
          lines: count(status.lines),
          stored: count(status.stored),
          duplicates: count(status.duplicates),
          refused: count(status.refused),
        })}
      </div>
      {status.unmapped > 0 && (
        <div>{t('imports.unmapped', { n: count(status.unmapped) })}</div>
      )}
    </div>
  );
}
