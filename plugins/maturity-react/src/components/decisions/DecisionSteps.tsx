import { useState } from 'react';
import Button from '@material-ui/core/Button';
import TextField from '@material-ui/core/TextField';
import { useApi } from '@backstage/core-plugin-api';
import type { Decision } from '@devops-scorecards/plugin-maturity-common';
import { maturityApiRef } from '../../api';
import { useTexts } from '../../language';
import { problemOf } from '../../state';
import { isSamePerson } from '../../views';
import { useDescriptionStyles } from '../page/useDescriptionStyles';
import { useViewer } from './useViewer';

type Step = 'approve' | 'reject' | 'withdraw';

/** Which steps a person can take; the backend has the last word. */
export function stepsOf(
  decision: Decision,
  viewer: string | undefined,
): { steps: Step[]; own: boolean } {
  const own = viewer !== undefined && isSamePerson(decision.author, viewer);
  switch (decision.state) {
    case 'proposed':
      return { own, steps: own ? ['withdraw'] : ['approve', 'reject'] };
    case 'approved':
      return {
        own,
        steps: own && decision.content.kind === 'attest' ? ['withdraw'] : [],
      };
    default:
      return { own, steps: [] };
  }
}

/** Buttons for the next step; what takes something away asks why. */
export function DecisionSteps(props: {
  decision: Decision;
  /** What the decision is about, for whoever hears the buttons. */
  subject: string;
  onDecided: (decision: Decision) => void;
}) {
  const { decision, subject, onDecided } = props;
  const api = useApi(maturityApiRef);
  const { t } = useTexts();
  const classes = useDescriptionStyles();
  const viewer = useViewer();
  const [asking, setAsking] = useState<'reject' | 'withdraw'>();
  const [reason, setReason] = useState('');
  const [problem, setProblem] = useState<string>();
  const [sending, setSending] = useState(false);
  const { steps, own } = stepsOf(decision, viewer);

  const take = async (step: Step) => {
    if (step !== 'approve' && !reason.trim()) {
      setProblem(t('decision.reasonMissing'));
      return;
    }
    setSending(true);
    setProblem(undefined);
    try {
      const decided = await api.decide({
        id: decision.id,
        step,
        reason: step === 'approve' ? undefined : reason.trim(),
      });
      setAsking(undefined);
      onDecided(decided);
    } catch (error) {
      setProblem(t('decision.failed', { message: problemOf(error).message }));
    } finally {
      setSending(false);
    }
  };
  const about = (action: string) => t('decision.about', { action, subject });
  if (viewer === undefined) {
    // Holds the place of the buttons.
    return <div className={classes.actions} style={{ minHeight: 32 }} />;
  }
  return (
    <>
      {own && decision.state === 'proposed' && (
        <p className={classes.hint}>{t('decision.own')}</p>
      )}
      {!asking && steps.length > 0 && (
        <div className={classes.actions}>
          {steps.includes('approve') && (
            <Button
              size="small"
              variant="contained"
              color="primary"
              disabled={sending}
              aria-label={about(t('decision.approve'))}
              onClick={() => take('approve')}
            >
              {sending ? t('decision.sending') : t('decision.approve')}
            </Button>
          )}
          {(['reject', 'withdraw'] as const)
            .filter(step => steps.includes(step))
            .map(step => (
              <Button
                key={step}
                size="small"
                variant="outlined"
                disabled={sending}
                aria-label={about(t(`decision.${step}`))}
                onClick={() => setAsking(step)}
              >
                {t(`decision.${step}`)}
              </Button>
            ))}
        </div>
      )}
      {asking && (
        <form
          className={classes.form}
          noValidate
          onSubmit={event => {
            event.preventDefault();
            take(asking);
          }}
        >
          <TextField
            id={`maturity-decision-reason-${decision.id}`}
            label={t('decision.stepReason')}
            required
            multiline
            minRows={2}
            // The person has just asked for it.
            // eslint-disable-next-line jsx-a11y/no-autofocus
            autoFocus
            value={reason}
            onChange={event => setReason(event.target.value)}
          />
          <div className={classes.actions}>
            <Button
              type="submit"
              size="small"
              variant="contained"
              color="primary"
              disabled={sending}
            >
              {t(`decision.${asking}Now`)}
            </Button>
            <Button size="small" onClick={() => setAsking(undefined)}>
              {t('decision.cancel')}
            </Button>
          </div>
        </form>
      )}
      {problem && (
        <p role="alert" className={classes.alert}>
          {problem}
        </p>
      )}
    </>
  );
}
