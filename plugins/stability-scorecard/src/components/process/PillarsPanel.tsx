import { useMemo } from 'react';
import type { Scorecard } from '@devops-scorecards/plugin-maturity-common';
import {
  Panel,
  ScorecardDialogs,
  Skeleton,
  StateBoundary,
  toLevelView,
  useEvidenceSource,
  useScorecard,
} from '@devops-scorecards/plugin-maturity-react';
import { makeStyles } from '@material-ui/core/styles';
import { useStabilityTexts } from '../../translation';
import { subItemsOf, toProcessView } from '../../views/processView';
import type { PageContext } from '../page/pageContext';
import { PillarTile } from './PillarTile';

/** The model of the two pillars that stand beside the processes. */
export const SAFEGUARDS_MODEL = 'csa-safeguards';

const useStyles = makeStyles(theme => ({
  tiles: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 260px), 1fr))',
    gap: theme.spacing(2),
  },
  text: { margin: theme.spacing(1.5, 0, 0), fontSize: '0.8125rem' },
}));

/** Organisation, institution and process, each with its level. */
export function PillarsPanel(props: {
  /** Of the processes. */
  scorecard: Scorecard;
  page: PageContext;
  onChanged: () => void;
}) {
  const { scorecard, page, onChanged } = props;
  const { t, texts } = useStabilityTexts();
  const classes = useStyles();
  const hasSafeguards = scorecard.applied.some(
    ({ id }) => id === SAFEGUARDS_MODEL,
  );
  const level = toLevelView({
    levels: scorecard.root.levels,
    titles: scorecard.model.levels,
    texts,
  });
  return (
    <Panel title={t('pillar.title')}>
      <div className={classes.tiles}>
        {hasSafeguards && <Safeguards page={page} onChanged={onChanged} />}
        <PillarTile
          title={t('pillar.process')}
          text={t('pillar.processText')}
          level={level}
        />
      </div>
      {hasSafeguards && <p className={classes.text}>{t('pillar.besides')}</p>}
    </Panel>
  );
}

function Safeguards(props: { page: PageContext; onChanged: () => void }) {
  const { page, onChanged } = props;
  const { entityRef, asOf } = page;
  const { t } = useStabilityTexts();
  const { state, retry } = useScorecard({
    entityRef,
    model: SAFEGUARDS_MODEL,
    scorecard: 'stability',
    asOf,
  });
  return (
    <StateBoundary
      state={state}
      skeleton={<Skeleton height={120} />}
      onRetry={retry}
      loading={t('page.loading')}
    >
      {scorecard => (
        <SafeguardTiles
          scorecard={scorecard}
          page={page}
          onChanged={() => {
            retry();
            onChanged();
          }}
        />
      )}
    </StateBoundary>
  );
}

function SafeguardTiles(props: {
  scorecard: Scorecard;
  page: PageContext;
  onChanged: () => void;
}) {
  const { scorecard, page, onChanged } = props;
  const { entityRef, timeZone, asOf } = page;
  const words = useStabilityTexts();
  const source = useEvidenceSource(scorecard);
  const pillars = useMemo(
    () =>
      subItemsOf(scorecard.root).map(node =>
        toProcessView({ node, scorecard, words }),
      ),
    [scorecard, words],
  );
  return (
    <ScorecardDialogs
      entityRef={entityRef}
      timeZone={timeZone}
      model={scorecard.model.id}
      asOf={asOf}
      onChanged={onChanged}
    >
      {pillars.map(pillar => (
        <PillarTile
          key={pillar.id}
          title={pillar.row.title}
          text={pillar.row.description}
          level={pillar.row.level}
          todo={pillar.todo}
          criteria={pillar.row.criteria}
          source={source}
        />
      ))}
    </ScorecardDialogs>
  );
}
