import { useCallback, type ReactNode } from 'react';
import Paper from '@material-ui/core/Paper';
import { makeStyles } from '@material-ui/core/styles';
import { useApi } from '@backstage/core-plugin-api';
import type {
  AttestationContent,
  Decision,
} from '@devops-scorecards/plugin-maturity-common';
import { maturityApiRef } from '../../api';
import { pickText, useTexts } from '../../language';
import { useLoad } from '../../state';
import { paletteFor } from '../../theme';
import { criteriaOf, toDecisionView } from '../../views';
import { DisclosureButton, useDisclosure } from '../page';
import { useDescriptionStyles } from '../page/useDescriptionStyles';
import { Skeleton } from '../state';
import { DecisionSteps } from './DecisionSteps';
import { EvidenceItems } from './EvidenceItems';

const useStyles = makeStyles(theme => {
  const palette = paletteFor(theme.palette.type);
  return {
    card: {
      padding: theme.spacing(2),
      fontFamily: theme.typography.fontFamily,
    },
    head: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'baseline',
      gap: theme.spacing(0, 1.5),
    },
    title: { fontSize: '1rem', fontWeight: 600, margin: 0 },
    state: { fontSize: '0.8125rem', fontWeight: 600, color: palette.muted },
    raises: { color: palette.verdict.stale },
  };
});

/** Options of {@link DecisionCard}. @public */
export interface DecisionCardProps {
  decision: Decision;
  timeZone: string;
  onDecided: (decision: Decision) => void;
  /** Shows the entity; absent where the page is about it anyway. */
  entity?: ReactNode;
  /** What is attested, where the page knows it already. */
  criterion?: { title: string; statement: string };
}

/**
 * A decision with everything needed to take the next step: who, what, why,
 * documents, and what it does to levels.
 *
 * @public
 */
export function DecisionCard(props: DecisionCardProps) {
  const { decision, timeZone, onDecided, entity, criterion } = props;
  const { content } = decision;
  const texts = useTexts();
  const { t } = texts;
  const classes = useStyles();
  const words = useDescriptionStyles();
  const history = useDisclosure();
  const view = toDecisionView(decision, { texts, timeZone });
  const subject =
    view.fact ??
    criterion?.title ??
    (content.kind === 'attest' ? content.criterionId : '');
  return (
    <Paper variant="outlined" component="article" className={classes.card}>
      <div className={classes.head}>
        <h3 className={classes.title}>{view.kind}</h3>
        {entity}
        <span className={classes.state}>{view.state}</span>
        {view.raises && (
          <span className={`${classes.state} ${classes.raises}`}>
            {t('decision.raises')}
          </span>
        )}
      </div>
      {content.kind === 'attest' &&
        (criterion ? (
          <p className={words.text}>{criterion.statement}</p>
        ) : (
          <AttestedCriterion entityRef={decision.entityRef} content={content} />
        ))}
      {view.fact && <p className={words.text}>{view.fact}</p>}
      {view.says.length > 0 && (
        <ul>
          {view.says.map(line => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
      <dl className={words.list}>
        <dt>{t('decision.reason')}</dt>
        <dd>{view.reason}</dd>
        <dt>{t('evidenceForm.title')}</dt>
        <dd>
          <EvidenceItems decision={decision} />
        </dd>
        {view.validity && (
          <>
            <dt>{t('decision.valid')}</dt>
            <dd>{view.validity}</dd>
          </>
        )}
        {view.effect.length > 0 && (
          <>
            <dt>{t('decision.effect')}</dt>
            <dd>
              {view.effect.map(line => (
                <div key={line}>{line}</div>
              ))}
            </dd>
          </>
        )}
        <dt>{t('decision.author')}</dt>
        <dd>{view.author}</dd>
        {view.decider && (
          <>
            <dt>{t('decision.decider')}</dt>
            <dd>{view.decider}</dd>
          </>
        )}
      </dl>
      <DisclosureButton
        state={history}
        label={t('decision.about', { action: t('decision.history'), subject })}
      >
        {t('decision.history')}
      </DisclosureButton>
      {history.open && (
        <ol id={history.regionId}>
          {view.steps.map(step => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      )}
      <DecisionSteps
        decision={decision}
        subject={subject}
        onDecided={onDecided}
      />
    </Paper>
  );
}

/** Title and statement of the criterion, from the entity's scorecard. */
function AttestedCriterion(props: {
  entityRef: string;
  content: AttestationContent;
}) {
  const { entityRef, content } = props;
  const { model, criterionId } = content;
  const api = useApi(maturityApiRef);
  const texts = useTexts();
  const words = useDescriptionStyles();
  const load = useCallback(
    async (signal: AbortSignal) => {
      const scorecard = await api.getScorecard({ entityRef, model, signal });
      return criteriaOf(scorecard.root).find(
        card => card.criterion.id === criterionId,
      )?.criterion;
    },
    [api, entityRef, model, criterionId],
  );
  const { state } = useLoad({ load });
  if (state.status === 'loading') {
    return <Skeleton height={44} />;
  }
  const found = state.status === 'ready' ? state.value : undefined;
  return (
    <div className={words.text}>
      <strong>{found ? pickText(texts, found.title) : criterionId}</strong>
      {found?.kind === 'attestation' && (
        <div>{pickText(texts, found.statement)}</div>
      )}
    </div>
  );
}
