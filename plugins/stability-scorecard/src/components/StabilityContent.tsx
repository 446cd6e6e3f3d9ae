import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import { STABILITY_MODEL_ANNOTATION } from '@devops-scorecards/plugin-maturity-common';
import {
  Notice,
  readAsOf,
  Skeleton,
  StateBoundary,
  useDeepLink,
  useScorecard,
  useTimeZone,
} from '@devops-scorecards/plugin-maturity-react';
import { makeStyles } from '@material-ui/core/styles';
import { useStabilityTexts } from '../translation';
import { StabilityBody } from './StabilityBody';

const useStyles = makeStyles(theme => ({
  skeleton: {
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(2),
  },
}));

/** The entity's stability tab. */
export function StabilityContent() {
  const { entity } = useEntity();
  const entityRef = stringifyEntityRef(entity);
  const timeZone = useTimeZone();
  const link = useDeepLink();
  const asOf = readAsOf(link.asOf, timeZone);
  const { t } = useStabilityTexts();
  const { state, refresh, retry } = useScorecard({
    entityRef,
    model: link.model,
    scorecard: 'stability',
    asOf,
  });
  const classes = useStyles();
  if (state.status === 'failed' && state.problem.kind === 'not-found') {
    return (
      <Notice
        title={t('page.notFoundTitle')}
        text={t('page.notFoundText', {
          annotation: STABILITY_MODEL_ANNOTATION,
        })}
        onRetry={retry}
      />
    );
  }
  return (
    <StateBoundary
      state={state}
      skeleton={
        <div className={classes.skeleton}>
          <Skeleton height={148} />
          <Skeleton height={140} />
          <Skeleton height={480} />
          <Skeleton height={280} />
        </div>
      }
      onRetry={retry}
      loading={t('page.loading')}
    >
      {scorecard => (
        <StabilityBody
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
