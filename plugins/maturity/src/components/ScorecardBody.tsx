import { useMemo } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import { useApi } from '@backstage/core-plugin-api';
import type { Scorecard } from '@devops-scorecards/plugin-maturity-common';
import {
  GapChecklist,
  GeneratedNote,
  LevelLadder,
  maturityApiRef,
  Notice,
  scorecardFingerprint,
  toScorecardView,
  useTexts,
  type EvidenceSource,
} from '@devops-scorecards/plugin-maturity-react';
import type { DeepLink } from '../routes';
import { FactsPanel } from './FactsPanel';
import { LevelAnnouncement } from './LevelAnnouncement';
import { LevelTrendPanel } from './LevelTrendPanel';
import { MetricTrendsPanel } from './MetricTrendsPanel';
import { ScorecardHeader } from './ScorecardHeader';
import { WhyPanel } from './WhyPanel';

const useStyles = makeStyles(theme => ({
  body: {
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(2),
    minWidth: 0,
  },
  columns: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'flex-start',
    gap: theme.spacing(2),
  },
  gaps: { flex: '5 1 380px', minWidth: 0 },
  ladder: { flex: '7 1 480px', minWidth: 0 },
}));

/** As many facts as one page asks for when all evidence is wanted. */
const ALL_EVIDENCE = 200;

/** Options of {@link ScorecardBody}. */
export interface ScorecardBodyProps {
  scorecard: Scorecard;
  refreshing: boolean;
  problem?: string;
  /** Criterion to open in the ladder. */
  criterion?: string;
  onFollow: (change: DeepLink) => void;
  onRefresh: () => void;
}

/** A scorecard: header, what is missing, ladder, why, and over time. */
export function ScorecardBody(props: ScorecardBodyProps) {
  const { scorecard, refreshing, problem, criterion, onFollow, onRefresh } =
    props;
  const { entityRef, timeZone } = scorecard;
  const api = useApi(maturityApiRef);
  const texts = useTexts();
  const { t } = texts;
  const classes = useStyles();
  const view = useMemo(
    () => toScorecardView(scorecard, texts),
    [scorecard, texts],
  );
  const fingerprint = useMemo(
    () => scorecardFingerprint(scorecard),
    [scorecard],
  );
  const { window } = scorecard;
  const source = useMemo<EvidenceSource>(
    () => ({
      timeZone,
      load: async metric => {
        const [measurement] = await api.getMeasurements({
          entityRef,
          metrics: [metric],
          window,
          evidence: ALL_EVIDENCE,
        });
        return measurement?.evidence ?? [];
      },
    }),
    [api, entityRef, timeZone, window],
  );
  const model = scorecard.model.id;
  const shownModel = scorecard.applied.find(
    applied => applied.id === model && applied.primary,
  )
    ? undefined
    : model;
  return (
    <div className={classes.body}>
      <LevelAnnouncement label={view.level.label} />
      <ScorecardHeader
        view={view}
        modelId={model}
        refreshing={refreshing}
        problem={problem}
        onModel={chosen => onFollow({ model: chosen })}
        onRefresh={onRefresh}
      />
      {view.generated && <GeneratedNote />}
      {view.unconnected && (
        <Notice
          title={t('state.noSourceTitle')}
          text={t('state.noSourceText')}
        />
      )}
      <div className={classes.columns}>
        <div className={classes.gaps}>
          <GapChecklist
            view={view}
            source={source}
            onShow={id => onFollow({ model: shownModel, criterion: id })}
          />
        </div>
        <div className={classes.ladder}>
          <LevelLadder
            key={model}
            rows={view.rows}
            levels={view.levelWords}
            source={source}
            criterion={criterion}
          />
        </div>
      </div>
      <WhyPanel
        key={`why ${model}`}
        entityRef={entityRef}
        model={model}
        timeZone={timeZone}
        fingerprint={fingerprint}
      />
      <LevelTrendPanel
        key={`level ${model}`}
        scorecard={scorecard}
        fingerprint={fingerprint}
      />
      <MetricTrendsPanel
        key={`metrics ${model}`}
        scorecard={scorecard}
        fingerprint={fingerprint}
      />
      <FactsPanel
        entityRef={entityRef}
        timeZone={timeZone}
        fingerprint={fingerprint}
      />
    </div>
  );
}
