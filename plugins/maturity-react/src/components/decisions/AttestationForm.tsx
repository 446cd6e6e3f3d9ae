import { useState, type FormEvent } from 'react';
import { DateTime } from 'luxon';
import Button from '@material-ui/core/Button';
import TextField from '@material-ui/core/TextField';
import { useApi } from '@backstage/core-plugin-api';
import type {
  Decision,
  EpochMs,
  EvidenceItem,
} from '@devops-scorecards/plugin-maturity-common';
import { maturityApiRef } from '../../api';
import { afterDayInput, toDayInput } from '../../format';
import { useTexts } from '../../language';
import { problemOf } from '../../state';
import { useDescriptionStyles } from '../page/useDescriptionStyles';
import { EvidenceInput } from './EvidenceInput';

/** The longest that an attestation holds, and what the form begins with. */
const MONTHS = 12;

/** Says with a reason and evidence that a criterion is met. */
export function AttestationForm(props: {
  entityRef: string;
  model: string;
  criterionId: string;
  renews?: string;
  timeZone: string;
  onSent: (decision: Decision) => void;
}) {
  const { entityRef, model, criterionId, renews, timeZone, onSent } = props;
  const api = useApi(maturityApiRef);
  const { t } = useTexts();
  const classes = useDescriptionStyles();
  const [reason, setReason] = useState('');
  const [evidence, setEvidence] = useState<EvidenceItem[]>([]);
  const [lastDay] = useState(() => lastValidDay(Date.now(), timeZone));
  const [validTo, setValidTo] = useState(lastDay);
  const [problems, setProblems] = useState<string[]>([]);
  const [sending, setSending] = useState(false);

  const send = async (event: FormEvent) => {
    event.preventDefault();
    const end = afterDayInput(validTo, timeZone);
    const found: string[] = [];
    if (!reason.trim()) {
      found.push(t('attest.reasonMissing'));
    }
    if (evidence.length === 0) {
      found.push(t('attest.evidenceMissing'));
    }
    if (end === undefined) {
      found.push(t('attest.validToBad'));
    } else if (end <= Date.now()) {
      found.push(t('attest.validToPast'));
    } else if (validTo > lastDay) {
      found.push(t('attest.validToFar'));
    }
    setProblems(found);
    if (found.length > 0) {
      return;
    }
    setSending(true);
    try {
      onSent(
        await api.attest({
          entityRef,
          model,
          criterionId,
          reason: reason.trim(),
          evidence,
          validTo: end,
          renews,
        }),
      );
    } catch (error) {
      setProblems([
        t('decision.failed', { message: problemOf(error).message }),
      ]);
      setSending(false);
    }
  };
  return (
    <form
      className={classes.form}
      onSubmit={send}
      // What was wrong may be right now.
      onChange={() => setProblems([])}
      noValidate
    >
      <p className={classes.text}>{t('attest.secondPerson')}</p>
      <TextField
        id="maturity-attest-reason"
        label={t('attest.reason')}
        required
        multiline
        minRows={2}
        value={reason}
        onChange={event => setReason(event.target.value)}
      />
      <EvidenceInput
        items={evidence}
        onItems={items => {
          setEvidence(items);
          setProblems([]);
        }}
      />
      <TextField
        id="maturity-attest-valid-to"
        label={t('attest.validTo')}
        helperText={t('attest.validHint')}
        type="date"
        InputLabelProps={{ shrink: true }}
        inputProps={{ max: lastDay }}
        value={validTo}
        onChange={event => setValidTo(event.target.value)}
      />
      {problems.length > 0 && (
        <div role="alert" className={classes.alert}>
          {problems.map(problem => (
            <div key={problem}>{problem}</div>
          ))}
        </div>
      )}
      <div className={classes.actions}>
        <Button
          type="submit"
          variant="contained"
          color="primary"
          disabled={sending}
        >
          {sending ? t('attest.sending') : t('attest.submit')}
        </Button>
      </div>
    </form>
  );
}

/** The last day that ends, and with it the attestation, within the longest span. */
function lastValidDay(now: EpochMs, timeZone: string): string {
  const end = DateTime.fromMillis(now, { zone: timeZone })
    .plus({ months: MONTHS })
    .minus({ days: 1 });
  return toDayInput(end.toMillis(), timeZone);
}
