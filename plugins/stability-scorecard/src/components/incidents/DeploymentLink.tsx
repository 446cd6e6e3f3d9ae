import { useState } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import {
  maturityApiRef,
  paletteFor,
  problemOf,
  QuietButton,
  useScorecardDialogs,
} from '@devops-scorecards/plugin-maturity-react';
import { makeStyles } from '@material-ui/core/styles';
import { useStabilityTexts } from '../../translation';
import type { IncidentView } from '../../views/incidentView';

const useStyles = makeStyles(theme => {
  const palette = paletteFor(theme.palette.type);
  return {
    label: { overflowWrap: 'anywhere' },
    link: { display: 'block', color: palette.muted },
    problem: { display: 'block', color: palette.verdict.fail },
  };
});

/** The deployment that an incident is attributed to, and how that is known. */
export function DeploymentLink(props: {
  entityRef: string;
  deployment: NonNullable<IncidentView['deployment']>;
}) {
  const { entityRef, deployment } = props;
  const { key, label, link } = deployment;
  const api = useApi(maturityApiRef);
  const { texts } = useStabilityTexts();
  const dialogs = useScorecardDialogs();
  const classes = useStyles();
  const [problem, setProblem] = useState<string>();

  /** An incident names a deployment by its key alone; the fact knows its source. */
  const open = async () => {
    setProblem(undefined);
    try {
      const found = await api.getFacts({
        entityRef,
        kind: 'deployment',
        keys: [key],
      });
      const fact = found.find(({ state }) => state === 'live') ?? found[0];
      if (fact) {
        dialogs?.showFact({ kind: 'deployment', source: fact.source, key });
      } else {
        setProblem(texts.t('factView.gone'));
      }
    } catch (error) {
      setProblem(problemOf(error).message);
    }
  };
  return (
    <>
      {dialogs ? (
        <div>
          <QuietButton onClick={open}>
            <span className={classes.label}>{label}</span>
          </QuietButton>
        </div>
      ) : (
        <div>{label}</div>
      )}
      <span className={classes.link}>{link}</span>
      {problem && (
        <span role="alert" className={classes.problem}>
          {problem}
        </span>
      )}
    </>
  );
}
