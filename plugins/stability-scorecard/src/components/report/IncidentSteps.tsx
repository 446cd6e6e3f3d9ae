import { useState } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import {
  maturityApiRef,
  problemOf,
  QuietButton,
  useDescriptionStyles,
} from '@devops-scorecards/plugin-maturity-react';
import { useStabilityTexts } from '../../translation';
import type { IncidentView } from '../../views/incidentView';

type Step = 'acknowledge' | 'restore' | 'reopen';

/** What can happen next to an incident that a person told of. */
export function IncidentSteps(props: {
  entityRef: string;
  incident: IncidentView;
  onChanged: () => void;
}) {
  const { entityRef, incident, onChanged } = props;
  const { title, open, acknowledge } = incident;
  const api = useApi(maturityApiRef);
  const { t } = useStabilityTexts();
  const classes = useDescriptionStyles();
  const [taking, setTaking] = useState(false);
  const [problem, setProblem] = useState<string>();

  const take = async (step: Step) => {
    setTaking(true);
    setProblem(undefined);
    try {
      await api.continueIncident({
        entityRef,
        key: incident.fact.key,
        ...(step === 'reopen' ? { step } : { step, at: Date.now() }),
      });
      onChanged();
    } catch (error) {
      setProblem(t('report.stepFailed', { message: problemOf(error).message }));
    } finally {
      setTaking(false);
    }
  };
  const steps: Step[] = open
    ? [...(acknowledge ? [] : (['acknowledge'] as const)), 'restore']
    : ['reopen'];
  return (
    <div className={classes.actions}>
      {steps.map(step => (
        <QuietButton
          key={step}
          label={t(`report.${step}Of`, { title })}
          disabled={taking}
          onClick={() => take(step)}
        >
          {t(`report.${step}`)}
        </QuietButton>
      ))}
      {problem && (
        <div role="alert" className={classes.alert}>
          {problem}
        </div>
      )}
    </div>
  );
}
