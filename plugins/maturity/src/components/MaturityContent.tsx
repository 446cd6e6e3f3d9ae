import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import {
  readAsOf,
  Skeleton,
  StateBoundary,
  useDeepLink,
  useScorecard,
  useTimeZone,
} from '@devops-scorecards/plugin-maturity-react';
import { makeStyles } from '@material-ui/core/styles';
import { ScorecardBody } from './ScorecardBody';

const useStyles = makeStyles(theme => ({
  skeleton: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(2),
  },
  header: { flex: '1 0 100%' },
  gaps: { flex: '5 1 380px' },
  ladder: { flex: '7 1 480px' },
}));

/** The entity's maturity tab. */
export function MaturityContent() {
  const { entity } = useEntity();
  const entityRef = stringifyEntityRef(entity);
  const timeZone = useTimeZone();
  const link = useDeepLink();
  const asOf = readAsOf(link.asOf, timeZone);
  const { state, refresh, retry } = useScorecard({
    entityRef,
    model: link.model,
    scorecard: 'maturity',
    asOf,
  });
  const classes = useStyles();
  return (
    <StateBoundary
      state={state}
      skeleton={
        <div className={classes.skeleton}>
          <div className={classes.header}>
            <Skeleton height={148} />
          </div>
          <div className={classes.gaps}>
            <Skeleton height={360} />
          </div>
          <div className={classes.ladder}>
            <Skeleton height={360} />
          </div>
        </div>
      }
      onRetry={retry}
    >
      {scorecard => (
        <ScorecardBody
          scorecard={scorecard}
          entity={entity}
          refreshing={state.status === 'ready' && state.refreshing}
          problem={
            state.status === 'ready' ? state.problem?.message : undefined
          }
          link={link}
          asOf={asOf}
          onFollow={link.follow}
          onRefresh={refresh}
          onChanged={retry}
        />
      )}
    </StateBoundary>
  );
}
