import { useId, useState, type FormEvent } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import {
  DialogFrame,
  maturityApiRef,
  problemOf,
  toTimeInput,
  useDescriptionStyles,
} from '@devops-scorecards/plugin-maturity-react';
import Button from '@material-ui/core/Button';
import TextField from '@material-ui/core/TextField';
import { makeStyles } from '@material-ui/core/styles';
import { useStabilityTexts } from '../../translation';
import { checkReport, type ReportDraft } from './reportDraft';

// A line of its own, above the buttons.
const useStyles = makeStyles({ alert: { flex: '1 0 100%' } });

const SEVERITIES = ['critical', 'major', 'minor'] as const;
const DETECTORS = ['monitoring', 'inspection', 'user', 'regulator'] as const;
const CAUSES = [
  'change',
  'capacity',
  'dependency',
  'hardware',
  'other',
] as const;

/** A dialog that tells of an incident with what is known of it, and no more. */
export function ReportIncidentForm(props: {
  entityRef: string;
  timeZone: string;
  onReported: () => void;
  onClose: () => void;
}) {
  const { entityRef, timeZone, onReported, onClose } = props;
  const api = useApi(maturityApiRef);
  const { t, texts } = useStabilityTexts();
  const form = useId();
  const classes = useDescriptionStyles();
  const styles = useStyles();
  const [draft, setDraft] = useState<ReportDraft>(() => ({
    title: '',
    severity: '',
    impact: '',
    detectedBy: '',
    cause: '',
    startedAt: '',
    detectedAt: toTimeInput(Date.now(), timeZone),
    restoredAt: '',
    url: '',
  }));
  const [problems, setProblems] = useState<string[]>([]);
  const [sending, setSending] = useState(false);

  const send = async (event: FormEvent) => {
    event.preventDefault();
    const checked = checkReport({ draft, timeZone, now: Date.now(), t });
    setProblems(checked.problems);
    if (!checked.report) {
      return;
    }
    setSending(true);
    try {
      await api.reportIncident({ entityRef, ...checked.report });
      onReported();
    } catch (error) {
      setProblems([t('report.failed', { message: problemOf(error).message })]);
      setSending(false);
    }
  };
  const field = (name: keyof ReportDraft) => ({
    id: `stability-report-${name}`,
    value: draft[name],
    disabled: sending,
    InputLabelProps: { shrink: true },
    onChange: (event: { target: { value: string } }) =>
      setDraft(before => ({ ...before, [name]: event.target.value })),
  });
  const choice = (
    name: keyof ReportDraft,
    options: readonly (readonly [value: string, word: string])[],
  ) => (
    <TextField
      {...field(name)}
      label={t(`report.${name as 'severity'}`)}
      helperText={name === 'impact' ? t('report.impactHint') : undefined}
      select
      SelectProps={{ native: true }}
    >
      <option value="">{t('report.notKnown')}</option>
      {options.map(([value, word]) => (
        <option key={value} value={value}>
          {word}
        </option>
      ))}
    </TextField>
  );
  const time = (
    name: 'startedAt' | 'detectedAt' | 'restoredAt',
    hint?: string,
  ) => (
    <TextField
      {...field(name)}
      label={t(`report.${name}`)}
      helperText={hint}
      required={name === 'detectedAt'}
      type="datetime-local"
      inputProps={{ step: 1 }}
    />
  );
  return (
    <DialogFrame
      title={t('report.title')}
      wide={false}
      onClose={onClose}
      actions={
        <>
          {problems.length > 0 && (
            <div role="alert" className={`${classes.alert} ${styles.alert}`}>
              {problems.map(problem => (
                <div key={problem}>{problem}</div>
              ))}
            </div>
          )}
          <Button
            type="submit"
            form={form}
            variant="contained"
            color="primary"
            disabled={sending}
          >
            {sending ? t('report.sending') : t('report.submit')}
          </Button>
          <Button onClick={onClose}>{texts.t('decision.cancel')}</Button>
        </>
      }
    >
      <form
        id={form}
        className={classes.form}
        onSubmit={send}
        // What was wrong may be right now.
        onChange={() => setProblems([])}
        noValidate
      >
        <p className={classes.text}>
          {t('report.intro')} {t('report.zone', { zone: timeZone })}
        </p>
        <TextField
          {...field('title')}
          label={t('report.what')}
          helperText={t('report.whatHint')}
          required
          inputProps={{ maxLength: 200 }}
        />
        {time('startedAt', t('report.startedHint'))}
        {time('detectedAt')}
        {time('restoredAt', t('report.restoredHint'))}
        {choice(
          'severity',
          SEVERITIES.map(value => [value, t(`severity.${value}`)]),
        )}
        {choice('impact', [
          ['outage', t('report.impactOutage')],
          ['degraded', t('report.impactDegraded')],
          ['none', t('report.impactNone')],
        ])}
        {choice(
          'detectedBy',
          DETECTORS.map(value => [value, t(`detector.${value}`)]),
        )}
        {choice(
          'cause',
          CAUSES.map(value => [value, t(`cause.${value}`)]),
        )}
        <TextField {...field('url')} label={t('report.url')} type="url" />
      </form>
    </DialogFrame>
  );
}
