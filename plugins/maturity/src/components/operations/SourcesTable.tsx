import { makeStyles } from '@material-ui/core/styles';
import type { SourceStatus } from '@devops-scorecards/plugin-maturity-common';
import {
  DisclosureButton,
  formatNumber,
  formatValue,
  paletteFor,
  TimeAgo,
  useDisclosure,
  useTimeZone,
  VisuallyHidden,
} from '@devops-scorecards/plugin-maturity-react';
import { useOperationsTexts } from '../../translation';
import { SourceDetails } from './SourceDetails';
import { SourceHealth } from './SourceHealth';
import { byUrgency, healthOf, nameOf, saidAt } from './sourceHealth';

const useStyles = makeStyles(theme => {
  const palette = paletteFor(theme.palette.type);
  return {
    // What is only heard must scroll along, or it widens the page.
    scroll: { overflowX: 'auto', position: 'relative' },
    table: {
      width: '100%',
      borderCollapse: 'collapse',
      fontSize: '0.875rem',
      fontVariantNumeric: 'tabular-nums',
      '& th, & td': {
        textAlign: 'left',
        padding: theme.spacing(0.75, 2, 0.75, 0),
        borderBottom: `1px solid ${palette.line}`,
        verticalAlign: 'baseline',
        color: theme.palette.text.primary,
      },
      '& thead th': {
        color: palette.muted,
        fontWeight: 500,
        whiteSpace: 'nowrap',
      },
      // They would lose against what holds for all cells.
      '& $number': { textAlign: 'right' },
      '& $more': { paddingTop: 0 },
    },
    name: { fontWeight: 600 },
    detail: { color: palette.muted, fontWeight: 400 },
    number: { whiteSpace: 'nowrap' },
    some: { fontWeight: 600 },
    // One cell that tells more of the row above.
    more: {},
  };
});

/** Sources, those that need somebody first; a row opens to all that is known. */
export function SourcesTable(props: {
  sources: SourceStatus[];
  onChanged: () => void;
}) {
  const { sources, onChanged } = props;
  const { t } = useOperationsTexts();
  const classes = useStyles();
  return (
    <div
      className={classes.scroll}
      role="region"
      aria-label={t('source.table')}
      // A region that scrolls must be reachable from the keyboard.
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
    >
      <table className={classes.table}>
        <caption>
          <VisuallyHidden>{t('source.table')}</VisuallyHidden>
        </caption>
        <thead>
          <tr>
            <th scope="col">{t('source.name')}</th>
            <th scope="col">{t('source.health')}</th>
            <th scope="col">{t('source.lastEvent')}</th>
            <th scope="col">{t('source.lag')}</th>
            {(['events', 'unmapped', 'conflicts', 'refused'] as const).map(
              count => (
                <th key={count} scope="col" className={classes.number}>
                  {t(`source.${count}`)}
                </th>
              ),
            )}
          </tr>
        </thead>
        <tbody>
          {[...sources].sort(byUrgency).map(source => (
            <SourceRow
              key={source.source}
              source={source}
              onChanged={onChanged}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function SourceRow(props: { source: SourceStatus; onChanged: () => void }) {
  const { source, onChanged } = props;
  const { t, texts } = useOperationsTexts();
  const classes = useStyles();
  const timeZone = useTimeZone();
  const more = useDisclosure();
  const { title, detail } = nameOf(source, t('source.manual'));
  const { lastReceivedAt, lag, events } = source;
  return (
    <>
      <tr>
        <th scope="row" className={classes.name}>
          <DisclosureButton
            state={more}
            label={t('source.show', { source: title })}
          >
            {title}
          </DisclosureButton>{' '}
          {detail && <span className={classes.detail}>{detail}</span>}
        </th>
        <td>
          <SourceHealth health={healthOf(source)} />
        </td>
        <td>
          {lastReceivedAt === undefined ? (
            t('source.never')
          ) : (
            <TimeAgo
              at={lastReceivedAt}
              now={saidAt(source, Date.now())}
              timeZone={timeZone}
            />
          )}
        </td>
        <td>
          {lag === undefined
            ? '–'
            : formatValue({ value: lag, unit: 'duration', texts })}
        </td>
        <td className={classes.number}>
          {formatNumber({ value: events, texts })}
        </td>
        {(['unmapped', 'conflicts', 'refused'] as const).map(count => (
          <td
            key={count}
            className={
              source[count] > 0
                ? `${classes.number} ${classes.some}`
                : classes.number
            }
          >
            {formatNumber({ value: source[count], texts })}
          </td>
        ))}
      </tr>
      {more.open && (
        <tr>
          <td colSpan={8} id={more.regionId} className={classes.more}>
            <SourceDetails
              source={source.source}
              title={title}
              timeZone={timeZone}
              onChanged={onChanged}
            />
          </td>
        </tr>
      )}
    </>
  );
}
