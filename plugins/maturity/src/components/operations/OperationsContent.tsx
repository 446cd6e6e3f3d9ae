import { useCallback, useState } from 'react';
import { useSearchParams } from 'react-router-dom';
import Paper from '@material-ui/core/Paper';
import Tab from '@material-ui/core/Tab';
import Tabs from '@material-ui/core/Tabs';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useApi } from '@backstage/core-plugin-api';
import {
  MANUAL_SOURCE,
  type SourceStatus,
} from '@devops-scorecards/plugin-maturity-common';
import {
  maturityApiRef,
  useDescriptionStyles,
  useLoad,
} from '@devops-scorecards/plugin-maturity-react';
import { useOperationsTexts } from '../../translation';
import { ImportsPanel, useFileImport } from '../imports';
import { GivenNames } from './GivenNames';
import { LoadBoundary } from './LoadBoundary';
import { SourcesTable } from './SourcesTable';
import { WaitingNames } from './WaitingNames';

const useStyles = makeStyles(theme => ({
  body: {
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(2),
    minWidth: 0,
    fontFamily: theme.typography.fontFamily,
  },
  heading: { fontSize: '1.125rem', fontWeight: 600 },
  paper: { padding: theme.spacing(2), minWidth: 0 },
  // The portal's theme makes it white, in the dark as well.
  tab: {
    '&:hover, &:focus-visible': {
      backgroundColor: theme.palette.action.hover,
      color: theme.palette.text.primary,
    },
  },
}));

/** Milliseconds between looks while the page is visible. */
const POLL = 30_000;

const TABS = ['sources', 'names', 'imports'] as const;

type OperationsTab = (typeof TABS)[number];

/** What whoever runs the portal looks after. */
export function OperationsContent() {
  const api = useApi(maturityApiRef);
  const { t } = useOperationsTexts();
  const classes = useStyles();
  const load = useCallback(
    (signal: AbortSignal) => api.getSources({ signal }),
    [api],
  );
  const { state, reload } = useLoad({ load, every: POLL });
  return (
    <div className={classes.body}>
      <LoadBoundary
        state={state}
        onRetry={() => reload()}
        loading={t('operations.loading')}
        height={420}
      >
        {sources => (
          <OperationsTabs sources={sources} onChanged={() => reload()} />
        )}
      </LoadBoundary>
    </div>
  );
}

function OperationsTabs(props: {
  sources: SourceStatus[];
  onChanged: () => void;
}) {
  const { sources, onChanged } = props;
  const { t } = useOperationsTexts();
  const classes = useStyles();
  const words = useDescriptionStyles();
  const [params, setParams] = useSearchParams();
  const [given, setGiven] = useState(0);
  // Goes on while somebody looks at another tab.
  const fileImport = useFileImport();
  const asked = params.get('tab');
  const tab = TABS.find(known => known === asked) ?? 'sources';
  return (
    <>
      <Typography variant="body2">{t('operations.intro')}</Typography>
      <Tabs
        value={tab}
        onChange={(_, chosen: OperationsTab) =>
          setParams({ tab: chosen }, { replace: true })
        }
        aria-label={t('operations.tabs')}
        indicatorColor="primary"
        textColor="inherit"
      >
        {TABS.map(name => (
          <Tab
            key={name}
            value={name}
            label={t(`operations.${name}`)}
            id={`maturity-operations-tab-${name}`}
            aria-controls={
              name === tab ? 'maturity-operations-panel' : undefined
            }
            className={classes.tab}
          />
        ))}
      </Tabs>
      <div
        role="tabpanel"
        id="maturity-operations-panel"
        aria-labelledby={`maturity-operations-tab-${tab}`}
        className={classes.body}
      >
        <Typography variant="h2" className={classes.heading}>
          {t(`operations.${tab}`)}
        </Typography>
        {tab === 'sources' && (
          <Paper variant="outlined" className={classes.paper}>
            {sources.length === 0 ? (
              <p className={words.text}>{t('source.none')}</p>
            ) : (
              <SourcesTable sources={sources} onChanged={onChanged} />
            )}
          </Paper>
        )}
        {tab === 'names' && (
          <>
            <WaitingNames
              onMapped={() => {
                setGiven(before => before + 1);
                onChanged();
              }}
            />
            <GivenNames version={given} />
          </>
        )}
        {tab === 'imports' && (
          <ImportsPanel
            sources={sources.filter(takesImports).map(one => one.source)}
            fileImport={fileImport}
          />
        )}
      </div>
    </>
  );
}

/** Whether history can be brought in as that of a source. */
function takesImports({ source, problems }: SourceStatus): boolean {
  return (
    source !== MANUAL_SOURCE &&
    problems.every(({ code }) => code !== 'not-configured')
  );
}
