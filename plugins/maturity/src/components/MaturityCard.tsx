import { useMemo } from 'react';
import { stringifyEntityRef } from '@backstage/catalog-model';
import {
  InfoCard,
  Link,
  type InfoCardVariants,
} from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { EntityInfoCard, useEntity } from '@backstage/plugin-catalog-react';
import type { Scorecard } from '@devops-scorecards/plugin-maturity-common';
import {
  LevelBadge,
  MeasurementValue,
  paletteFor,
  Skeleton,
  StateBoundary,
  toScorecardView,
  useScorecard,
  useTexts,
  VerdictIcon,
} from '@devops-scorecards/plugin-maturity-react';
import { makeStyles } from '@material-ui/core/styles';
import { rootRouteRef } from '../routes';

const useStyles = makeStyles(theme => {
  const palette = paletteFor(theme.palette.type);
  return {
    card: { fontFamily: theme.typography.fontFamily },
    next: {
      margin: theme.spacing(2, 0, 0.5),
      fontSize: '0.875rem',
      fontWeight: 600,
    },
    list: { listStyle: 'none', margin: 0, padding: 0 },
    gap: {
      padding: theme.spacing(0.75, 0),
      '& + &': { borderTop: `1px solid ${palette.line}` },
    },
    title: {
      display: 'flex',
      flexWrap: 'wrap',
      justifyContent: 'space-between',
      columnGap: theme.spacing(1),
      fontSize: '0.875rem',
    },
    generated: {
      margin: theme.spacing(1.5, 0, 0),
      fontSize: '0.75rem',
      color: palette.muted,
    },
  };
});

const TITLES = {
  connect: 'card.gapsConnect',
  prove: 'card.gapsProve',
  reach: 'card.gaps',
} as const;

/** Steps that the card has room for. */
const FEW = 3;

/** The level of the entity and its next steps, for the overview. */
export function MaturityCard(props: { variant?: InfoCardVariants }) {
  const { t } = useTexts();
  const link = useRouteRef(rootRouteRef);
  return (
    <InfoCard
      title={t('card.title')}
      variant={props.variant}
      deepLink={{ title: t('card.open'), link: link() }}
    >
      <CardContent />
    </InfoCard>
  );
}

/** The same in the clothes of the new frontend system's entity page. */
export function MaturityEntityCard() {
  const { t } = useTexts();
  const link = useRouteRef(rootRouteRef);
  return (
    <EntityInfoCard
      title={t('card.title')}
      footerActions={<Link to={link()}>{t('card.open')}</Link>}
    >
      <CardContent />
    </EntityInfoCard>
  );
}

function CardContent() {
  const { entity } = useEntity();
  const { state, retry } = useScorecard({
    entityRef: stringifyEntityRef(entity),
    scorecard: 'maturity',
  });
  return (
    <StateBoundary
      state={state}
      skeleton={<Skeleton height={180} />}
      onRetry={retry}
    >
      {scorecard => <CardBody scorecard={scorecard} />}
    </StateBoundary>
  );
}

function CardBody(props: { scorecard: Scorecard }) {
  const { scorecard } = props;
  const texts = useTexts();
  const { t } = texts;
  const classes = useStyles();
  const view = useMemo(
    () => toScorecardView(scorecard, texts),
    [scorecard, texts],
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
      {view.aim && view.gaps.length > 0 && (
        <>
          <p className={classes.next}>
            {t(TITLES[view.aim.kind], { level: String(view.aim.level) })}
          </p>
          <ul className={classes.list}>
            {view.gaps.slice(0, FEW).map(({ criterion }) => (
              <li key={criterion.id} className={classes.gap}>
                <div className={classes.title}>
                  {criterion.title}
                  <VerdictIcon verdict={criterion.verdict} />
                </div>
                {criterion.measurement?.value && (
                  <MeasurementValue
                    measurement={criterion.measurement}
                    threshold={criterion.threshold}
                  />
                )}
              </li>
            ))}
          </ul>
        </>
      )}
      {view.generated && (
        <p className={classes.generated}>{t('generated.mark')}</p>
      )}
    </div>
  );
}
