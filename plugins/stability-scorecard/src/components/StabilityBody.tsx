import { useMemo, useState } from 'react';
import type { Entity } from '@backstage/catalog-model';
import type {
  EpochMs,
  Scorecard,
} from '@devops-scorecards/plugin-maturity-common';
import {
  AsOfBanner,
  ConnectButton,
  GapChecklist,
  GeneratedNote,
  LevelAnnouncement,
  LevelTrendPanel,
  MetricTrendsPanel,
  Notice,
  QuietButton,
  ScorecardDialogs,
  scorecardFingerprint,
  ScorecardHeader,
  SettingProblems,
  toScorecardView,
  useEvidenceSource,
  WhyPanel,
  type DeepLink,
  type ScorecardView,
} from '@devops-scorecards/plugin-maturity-react';
import { makeStyles } from '@material-ui/core/styles';
import { useStabilityTexts } from '../translation';
import { toProcessViews } from '../views/processView';
import { AvailabilityPanel } from './availability/AvailabilityPanel';
import { IncidentsPanel } from './incidents/IncidentsPanel';
import { ComparePanel } from './page/ComparePanel';
import { toPageContext } from './page/pageContext';
import { TREND_METRICS } from './page/stabilityMetrics';
import { PillarsPanel, SAFEGUARDS_MODEL } from './process/PillarsPanel';
import { ProcessesPanel } from './process/ProcessesPanel';
import { StabilityMeasures } from './StabilityMeasures';

const useStyles = makeStyles(theme => ({
  body: {
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(2),
    minWidth: 0,
  },
}));

/** Options of {@link StabilityBody}. */
export interface StabilityBodyProps {
  scorecard: Scorecard;
  entity: Entity;
  refreshing: boolean;
  problem?: string;
  /** What the address asks for. */
  link: DeepLink;
  /** When the page is about; absent: now. */
  asOf?: EpochMs;
  onFollow: (change: DeepLink) => void;
  onRefresh: () => void;
  /** Told when a person's decision may have moved a result. */
  onChanged: () => void;
}

/**
 * How it stands, what happened, what to do next; then the numbers behind it
 * and how they moved.
 */
export function StabilityBody(props: StabilityBodyProps) {
  const { scorecard, entity, refreshing, problem, link, asOf } = props;
  const { onFollow, onRefresh, onChanged } = props;
  const { entityRef, timeZone } = scorecard;
  const words = useStabilityTexts();
  const { t, texts } = words;
  const classes = useStyles();
  const [comparing, setComparing] = useState(false);
  const view = useMemo(
    () => withOwnModels(toScorecardView(scorecard, texts), scorecard),
    [scorecard, texts],
  );
  const processes = useMemo(
    () => toProcessViews(scorecard, words),
    [scorecard, words],
  );
  const fingerprint = useMemo(
    () => scorecardFingerprint(scorecard),
    [scorecard],
  );
  const source = useEvidenceSource(scorecard);
  const model = scorecard.model.id;
  const shownModel = scorecard.applied.some(
    applied => applied.id === model && applied.primary,
  )
    ? undefined
    : model;
  const fixed = asOf !== undefined;
  const page = toPageContext({ scorecard, fingerprint, asOf });
  return (
    <ScorecardDialogs
      entityRef={entityRef}
      timeZone={timeZone}
      model={model}
      asOf={asOf}
      onChanged={onChanged}
    >
      <div className={classes.body}>
        <LevelAnnouncement label={view.level.label} />
        {link.asOf && (
          <AsOfBanner
            time={fixed ? view.asOf : undefined}
            asked={link.asOf}
            onBack={() => onFollow({ asOf: undefined })}
          />
        )}
        <ScorecardHeader
          view={view}
          modelId={model}
          refreshing={refreshing}
          problem={problem}
          onModel={chosen => onFollow({ model: chosen, criterion: undefined })}
          onRefresh={fixed ? undefined : onRefresh}
        />
        {view.generated && <GeneratedNote />}
        {scorecard.problems && scorecard.problems.length > 0 && (
          <SettingProblems problems={scorecard.problems} />
        )}
        {view.unconnected && (
          <Notice
            title={t('page.emptyTitle')}
            text={
              <>
                {t('page.emptyText')} <ConnectButton />
              </>
            }
          />
        )}
        <PillarsPanel scorecard={scorecard} page={page} onChanged={onChanged} />
        <ProcessesPanel
          key={`processes ${model}`}
          processes={processes}
          source={source}
          criterion={link.criterion}
        />
        <IncidentsPanel
          key={`incidents ${asOf}`}
          page={page}
          onChanged={onChanged}
        />
        <AvailabilityPanel
          key={`availability ${asOf}`}
          entity={entity}
          page={page}
          asOf={scorecard.asOf}
        />
        <GapChecklist
          view={view}
          source={source}
          onShow={id => onFollow({ model: shownModel, criterion: id })}
        />
        <StabilityMeasures key={`measures ${asOf}`} page={page} />
        {!fixed && (
          <WhyPanel
            key={`why ${model}`}
            entityRef={entityRef}
            model={model}
            timeZone={timeZone}
            fingerprint={fingerprint}
          />
        )}
        <LevelTrendPanel
          key={`level ${model}`}
          scorecard={scorecard}
          fingerprint={fingerprint}
          fixed={fixed}
          actions={
            <QuietButton onClick={() => setComparing(before => !before)}>
              {comparing ? texts.t('compare.close') : texts.t('compare.open')}
            </QuietButton>
          }
        />
        {comparing && (
          <ComparePanel
            key={`compare ${model} ${asOf}`}
            scorecard={scorecard}
          />
        )}
        <MetricTrendsPanel
          key={`metrics ${model}`}
          scorecard={scorecard}
          fingerprint={fingerprint}
          fixed={fixed}
          also={TREND_METRICS}
        />
      </div>
    </ScorecardDialogs>
  );
}

/**
 * Only models of this scorecard are offered, and not the safeguards: they
 * stand in tiles of their own.
 */
function withOwnModels(
  view: ScorecardView,
  scorecard: Scorecard,
): ScorecardView {
  const own = scorecard.applied.filter(
    applied =>
      applied.scorecard === 'stability' && applied.id !== SAFEGUARDS_MODEL,
  );
  return {
    ...view,
    models: view.models.filter(
      ({ id, current }) => current || own.some(applied => applied.id === id),
    ),
  };
}
