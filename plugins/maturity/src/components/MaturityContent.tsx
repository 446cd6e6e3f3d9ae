import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import {
  Skeleton,
  StateBoundary,
} from '@devops-scorecards/plugin-maturity-react';
import { makeStyles } from '@material-ui/core/styles';
import { useDeepLink } from '../routes';
import { ScorecardBody } from './ScorecardBody';
import { useScorecard } from './useScorecard';

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
  const { model, criterion, follow } = useDeepLink();
  const { state, refresh, retry } = useScorecard({ entityRef, model });
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
          refreshing={state.status === 'ready' && state.refreshing}
          problem={
            state.status === 'ready' ? state.problem?.message : undefined
          }
          criterion={criterion}
          onFollow={follow}
          onRefresh={refresh}
        />
      )}
    </StateBoundary>
  );
}
