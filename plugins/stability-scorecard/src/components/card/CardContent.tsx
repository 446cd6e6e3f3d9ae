import { useMemo } from 'react';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import {
  STABILITY_MODEL_ANNOTATION,
  type Scorecard,
} from '@devops-scorecards/plugin-maturity-common';
import {
  LevelBadge,
  Notice,
  paletteFor,
  scorecardFingerprint,
  Skeleton,
  StateBoundary,
  toScorecardView,
  useScorecard,
} from '@devops-scorecards/plugin-maturity-react';
import { makeStyles } from '@material-ui/core/styles';
import { useStabilityTexts } from '../../translation';
import { CardMeasures } from './CardMeasures';

const useStyles = makeStyles(theme => ({
  card: { fontFamily: theme.typography.fontFamily },
  generated: {
    margin: theme.spacing(1.5, 0, 0),
    fontSize: '0.75rem',
    color: paletteFor(theme.palette.type).muted,
  },
}));

/** The stability level with the numbers that a team looks at first. */
export function CardContent() {
  const { entity } = useEntity();
  const { t } = useStabilityTexts();
  const { state, retry } = useScorecard({
    entityRef: stringifyEntityRef(entity),
    scorecard: 'stability',
  });
  if (state.status === 'failed' && state.problem.kind === 'not-found') {
    return (
      <Notice
        title={t('page.notFoundTitle')}
        text={t('page.notFoundText', {
          annotation: STABILITY_MODEL_ANNOTATION,
        })}
      />
    );
  }
  return (
    <StateBoundary
      state={state}
      skeleton={<Skeleton height={260} />}
      onRetry={retry}
      loading={t('page.loading')}
    >
      {scorecard => <CardBody scorecard={scorecard} />}
    </StateBoundary>
  );
}

function CardBody(props: { scorecard: Scorecard }) {
  const { scorecard } = props;
  const { entityRef, timeZone } = scorecard;
  const { texts } = useStabilityTexts();
  const classes = useStyles();
  const view = useMemo(
    () => toScorecardView(scorecard, texts),
    [scorecard, texts],
  );
  const fingerprint = useMemo(
    () => scorecardFingerprint(scorecard),
    [scorecard],
  );
  return (
    <div className={classes.card}>
      <LevelBadge
        level={view.level}
        standing={view.standing}
        held={view.held}
        atRisk={view.atRisk}
        waived={view.waived}
      />
      <CardMeasures
        entityRef={entityRef}
        timeZone={timeZone}
        fingerprint={fingerprint}
      />
      {view.generated && (
        <p className={classes.generated}>{texts.t('generated.mark')}</p>
      )}
    </div>
  );
}
