import { useMemo, useState } from 'react';
import type { IncidentRecord } from '@devops-scorecards/plugin-maturity-common';
import {
  ConnectButton,
  paletteFor,
  Panel,
  QuietButton,
  Skeleton,
  StateBoundary,
} from '@devops-scorecards/plugin-maturity-react';
import { makeStyles } from '@material-ui/core/styles';
import { useStabilityTexts } from '../../translation';
import { filterIncidents, toIncidentViews } from '../../views/incidentView';
import type { PageContext } from '../page/pageContext';
import { measurementOf, useMeasurements } from '../page/useMeasurements';
import { ReportIncident } from '../report/ReportIncident';
import { IncidentFilters, type IncidentFilter } from './IncidentFilters';
import { IncidentTable } from './IncidentTable';
import { MOST_INCIDENTS, useIncidents } from './useIncidents';

const useStyles = makeStyles(theme => ({
  text: { margin: theme.spacing(0, 0, 1), fontSize: '0.875rem' },
  muted: {
    margin: theme.spacing(0.5, 0),
    fontSize: '0.8125rem',
    color: paletteFor(theme.palette.type).muted,
  },
}));

/** Tells whether a source of incidents is connected. */
const COUNT = ['incidents'];

/** Rows that are shown before somebody asks for more; open ones come first. */
const FIRST = 6;

const ALL: IncidentFilter = { detector: 'all', state: 'all' };

/** The incidents of the window, the open ones first. */
export function IncidentsPanel(props: {
  page: PageContext;
  /** Told when a person told of something. */
  onChanged: () => void;
}) {
  const { page, onChanged } = props;
  const { t } = useStabilityTexts();
  const classes = useStyles();
  const { state, retry } = useIncidents(page);
  const counted = useMeasurements({ ...page, metrics: COUNT });
  const unconnected =
    counted.state.status === 'ready' &&
    measurementOf(counted.state.value, 'incidents')?.status === 'no-source';
  // Nothing goes on in the past.
  const changed =
    page.asOf === undefined
      ? () => {
          retry();
          onChanged();
        }
      : undefined;
  return (
    <Panel
      title={t('incidents.title')}
      actions={
        changed && (
          <ReportIncident
            entityRef={page.entityRef}
            timeZone={page.timeZone}
            onReported={changed}
          />
        )
      }
    >
      <StateBoundary
        state={state}
        skeleton={<Skeleton height={240} />}
        onRetry={retry}
        loading={t('incidents.loading')}
      >
        {incidents =>
          incidents.length === 0 ? (
            <p className={classes.text}>
              {unconnected ? t('incidents.noneConnect') : t('incidents.none')}{' '}
              {unconnected && <ConnectButton about={t('incidents.title')} />}
            </p>
          ) : (
            <IncidentList
              incidents={incidents}
              page={page}
              onChanged={changed}
            />
          )
        }
      </StateBoundary>
    </Panel>
  );
}

function IncidentList(props: {
  incidents: IncidentRecord[];
  page: PageContext;
  onChanged?: () => void;
}) {
  const { incidents, page, onChanged } = props;
  const { entityRef, timeZone } = page;
  const words = useStabilityTexts();
  const { t } = words;
  const classes = useStyles();
  const [filter, setFilter] = useState(ALL);
  const [all, setAll] = useState(false);
  const views = useMemo(
    () => toIncidentViews(incidents, { ...words, timeZone }),
    [incidents, words, timeZone],
  );
  const matching = useMemo(
    () => filterIncidents(views, filter),
    [views, filter],
  );
  const shown = all ? matching : matching.slice(0, FIRST);
  return (
    <>
      <p className={classes.text}>{t('incidents.intro')}</p>
      <IncidentFilters
        filter={filter}
        onFilter={setFilter}
        count={t('incidents.shown', {
          shown: String(shown.length),
          total: String(views.length),
        })}
      />
      {shown.length === 0 ? (
        <p className={classes.text}>{t('incidents.noneMatches')}</p>
      ) : (
        <IncidentTable
          entityRef={entityRef}
          incidents={shown}
          onChanged={onChanged}
        />
      )}
      {matching.length > FIRST && (
        <QuietButton onClick={() => setAll(before => !before)}>
          {all
            ? t('incidents.fewer')
            : t('incidents.more', { count: matching.length - FIRST })}
        </QuietButton>
      )}
      {incidents.length >= MOST_INCIDENTS && (
        <p className={classes.muted}>
          {t('incidents.atMost', { most: String(MOST_INCIDENTS) })}
        </p>
      )}
    </>
  );
}
