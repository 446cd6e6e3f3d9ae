import { useCallback, useMemo, useState } from 'react';
import Tab from '@material-ui/core/Tab';
import Tabs from '@material-ui/core/Tabs';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useApi } from '@backstage/core-plugin-api';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import type { Decision } from '@devops-scorecards/plugin-maturity-common';
import {
  DecisionList,
  isSamePerson,
  maturityApiRef,
  Notice,
  Skeleton,
  StateBoundary,
  useLoad,
  useTexts,
  useTimeZone,
  useViewer,
} from '@devops-scorecards/plugin-maturity-react';

const useStyles = makeStyles(theme => ({
  body: {
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(2),
    maxWidth: 960,
    fontFamily: theme.typography.fontFamily,
  },
  // The portal's theme makes it white, in the dark as well.
  tab: {
    '&:hover, &:focus-visible': {
      backgroundColor: theme.palette.action.hover,
      color: theme.palette.text.primary,
    },
  },
}));

/** As many decisions as the page asks for, of each kind of list. */
const LIMIT = 200;

/** Milliseconds between looks while the page is visible. */
const POLL = 30_000;

const TABS = ['waiting', 'mine', 'decided'] as const;

type ApprovalsTab = (typeof TABS)[number];

const EMPTY = {
  waiting: 'approvals.noneWaiting',
  mine: 'approvals.noneMine',
  decided: 'approvals.noneDecided',
} as const;

/** Attestations and corrections that wait for a person, were asked for, or are decided. */
export function ApprovalsContent() {
  const api = useApi(maturityApiRef);
  const { t } = useTexts();
  const classes = useStyles();
  const viewer = useViewer();
  const load = useCallback(
    async (signal: AbortSignal) => {
      // What waits must not be pushed out by what was decided since.
      const [waiting, latest] = await Promise.all([
        api.listDecisions({ state: 'proposed', limit: LIMIT, signal }),
        api.listDecisions({ limit: LIMIT, signal }),
      ]);
      const known = new Set(waiting.map(({ id }) => id));
      return [...waiting, ...latest.filter(({ id }) => !known.has(id))];
    },
    [api],
  );
  const { state, reload } = useLoad({ load, every: POLL });
  const retry = () => {
    reload();
  };
  if (state.status === 'failed') {
    return state.problem.kind === 'forbidden' ? (
      <Notice
        title={t('approvals.forbiddenTitle')}
        text={t('approvals.forbiddenText')}
      />
    ) : (
      <Notice
        urgent
        title={t('approvals.failedTitle')}
        text={t('approvals.failedText', { message: state.problem.message })}
        onRetry={retry}
      />
    );
  }
  return (
    <div className={classes.body}>
      <Typography variant="body2">{t('approvals.intro')}</Typography>
      <StateBoundary
        state={state}
        skeleton={<Skeleton height={420} />}
        onRetry={retry}
        loading={t('approvals.loading')}
      >
        {decisions => (
          <ApprovalTabs
            decisions={decisions}
            viewer={viewer}
            onDecided={retry}
          />
        )}
      </StateBoundary>
    </div>
  );
}

function ApprovalTabs(props: {
  decisions: Decision[];
  viewer: string | undefined;
  onDecided: () => void;
}) {
  const { decisions, viewer, onDecided } = props;
  const { t } = useTexts();
  const classes = useStyles();
  const timeZone = useTimeZone();
  const [tab, setTab] = useState<ApprovalsTab>('waiting');
  const lists = useMemo(() => sortOut(decisions, viewer), [decisions, viewer]);
  return (
    <>
      <Tabs
        value={tab}
        onChange={(_, chosen) => setTab(chosen)}
        aria-label={t('approvals.tabs')}
        indicatorColor="primary"
        textColor="inherit"
      >
        {TABS.map(name => (
          <Tab
            key={name}
            className={classes.tab}
            value={name}
            id={`maturity-approvals-tab-${name}`}
            aria-controls={
              name === tab ? 'maturity-approvals-panel' : undefined
            }
            label={t(`approvals.${name}`, { n: String(lists[name].length) })}
          />
        ))}
      </Tabs>
      <div
        id="maturity-approvals-panel"
        role="tabpanel"
        aria-labelledby={`maturity-approvals-tab-${tab}`}
      >
        <Typography
          variant="h2"
          style={{ fontSize: '1.125rem', marginBottom: 16 }}
        >
          {t(`approvals.${tab}Short`)}
        </Typography>
        <DecisionList
          key={tab}
          decisions={lists[tab]}
          title={t(`approvals.${tab}Short`)}
          timeZone={timeZone}
          empty={t(EMPTY[tab])}
          onDecided={onDecided}
          renderEntity={entityRef => (
            <EntityRefLink entityRef={entityRef} defaultKind="component" />
          )}
        />
      </div>
    </>
  );
}

/** Own ones never wait for their author. */
function sortOut(
  decisions: Decision[],
  viewer: string | undefined,
): Record<ApprovalsTab, Decision[]> {
  const isMine = ({ author }: Decision) =>
    viewer !== undefined && isSamePerson(author, viewer);
  const isOpen = ({ state }: Decision) => state === 'proposed';
  return {
    waiting: decisions.filter(one => isOpen(one) && !isMine(one)),
    mine: decisions.filter(isMine),
    decided: decisions.filter(one => !isOpen(one)),
  };
}
