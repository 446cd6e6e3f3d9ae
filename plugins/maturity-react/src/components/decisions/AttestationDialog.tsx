import { useState } from 'react';
import Button from '@material-ui/core/Button';
import type { Decision } from '@devops-scorecards/plugin-maturity-common';
import { useTexts } from '../../language';
import type { CriterionView } from '../../views';
import { DialogFrame } from '../dialogs/DialogFrame';
import { useDescriptionStyles } from '../page/useDescriptionStyles';
import { AttestationForm } from './AttestationForm';
import { DecisionCard } from './DecisionCard';

/** Options of {@link AttestationDialog}. */
export interface AttestationDialogProps {
  entityRef: string;
  model: string;
  criterion: CriterionView;
  timeZone: string;
  onChanged?: () => void;
  onClose: () => void;
}

/** How a criterion was attested last, and the form to attest or renew it. */
export function AttestationDialog(props: AttestationDialogProps) {
  const { entityRef, model, criterion, timeZone, onChanged, onClose } = props;
  const { attestation, title } = criterion;
  const { t } = useTexts();
  const classes = useDescriptionStyles();
  const [current, setCurrent] = useState<Decision | undefined>(
    attestation?.decision,
  );
  const [sent, setSent] = useState(false);
  const [writing, setWriting] = useState(current === undefined);
  const changed = (decision: Decision) => {
    setCurrent(decision);
    onChanged?.();
  };
  // While one waits, another would only make two of the same.
  const renewable =
    current && current.state === 'approved' ? current : undefined;
  return (
    <DialogFrame title={t('attest.title')} onClose={onClose}>
      <h3 className={classes.heading}>{title}</h3>
      {attestation && (
        <dl className={classes.list}>
          <dt>{t('attest.statement')}</dt>
          <dd>{attestation.statement}</dd>
          {attestation.expected && (
            <>
              <dt>{t('attest.expected')}</dt>
              <dd>{attestation.expected}</dd>
            </>
          )}
        </dl>
      )}
      {sent && (
        <p className={classes.outcome} role="status">
          {t('attest.sent')}
        </p>
      )}
      {current && attestation && (
        <DecisionCard
          decision={current}
          timeZone={timeZone}
          onDecided={changed}
          criterion={{ title, statement: attestation.statement }}
        />
      )}
      {!writing && current?.state !== 'proposed' && (
        <div className={classes.actions}>
          <Button
            size="small"
            variant="outlined"
            onClick={() => setWriting(true)}
          >
            {renewable ? t('attest.renew') : t('attest.again')}
          </Button>
        </div>
      )}
      {writing && (
        <AttestationForm
          entityRef={entityRef}
          model={model}
          criterionId={criterion.id}
          renews={renewable?.id}
          timeZone={timeZone}
          onSent={decision => {
            setWriting(false);
            setSent(true);
            changed(decision);
          }}
        />
      )}
    </DialogFrame>
  );
}
