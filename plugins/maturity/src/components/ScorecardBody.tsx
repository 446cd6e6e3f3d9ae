import { useMemo, useState } from 'react';
import type { Entity } from '@backstage/catalog-model';
import { makeStyles } from '@material-ui/core/styles';
import {
  readPublishedAssessment,
  type EpochMs,
  type Scorecard,
} from '@devops-scorecards/plugin-maturity-common';
import {
  AsOfBanner,
  ConnectButton,
  FactsPanel,
  GapChecklist,
  GeneratedNote,
  LevelAnnouncement,
  LevelLadder,
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
  useTexts,
  WhyPanel,
  type DeepLink,
} from '@devops-scorecards/plugin-maturity-react';
import { ComparePanel } from './ComparePanel';
import { PublishedBanner } from './PublishedBanner';

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

/** Options of {@link ScorecardBody}. */
export interface ScorecardBodyProps {
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

/** A scorecard: header, what is missing, ladder, why, and over time. */
export function ScorecardBody(props: ScorecardBodyProps) {
  const { scorecard, entity, refreshing, problem, link, asOf } = props;
  const { onFollow, onRefresh, onChanged } = props;
  const { entityRef, timeZone, window } = scorecard;
  const texts = useTexts();
  const { t } = texts;
  const classes = useStyles();
  const [comparing, setComparing] = useState(false);
  const view = useMemo(
    () => toScorecardView(scorecard, texts),
    [scorecard, texts],
  );
  const fingerprint = useMemo(
    () => scorecardFingerprint(scorecard),
    [scorecard],
  );
  const { published, problem: unreadable } = useMemo(
    () => readPublishedAssessment(entity),
    [entity],
  );
  const source = useEvidenceSource(scorecard);
  const model = scorecard.model.id;
  const shownModel = scorecard.applied.find(
    applied => applied.id === model && applied.primary,
  )
    ? undefined
    : model;
  const fixed = asOf !== undefined;
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
        {published && (
          <PublishedBanner
            key={`published ${asOf}`}
            published={published}
            scorecard={scorecard}
            asOf={asOf}
            onOpen={at => onFollow({ asOf: at })}
          />
        )}
        {unreadable && (
          <Notice title={t('published.unreadable')} text={unreadable} />
        )}
        {view.generated && !published && <GeneratedNote />}
        {scorecard.problems && (
          <SettingProblems problems={scorecard.problems} />
        )}
        {view.unconnected && (
          <Notice
            title={t('state.noSourceTitle')}
            text={
              <>
                {t('state.noSourceText')} <ConnectButton />
              </>
            }
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
              criterion={link.criterion}
            />
          </div>
        </div>
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
              {comparing ? t('compare.close') : t('compare.open')}
            </QuietButton>
          }
        />
        {comparing && (
          <ComparePanel
            key={`compare ${model} ${asOf}`}
            scorecard={scorecard}
            published={published}
          />
        )}
        <MetricTrendsPanel
          key={`metrics ${model}`}
          scorecard={scorecard}
          fingerprint={fingerprint}
          fixed={fixed}
        />
        <FactsPanel
          entityRef={entityRef}
          timeZone={timeZone}
          fingerprint={fingerprint}
          window={fixed ? window : undefined}
        />
      </div>
    </ScorecardDialogs>
  );
}
