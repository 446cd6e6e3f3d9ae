import { useState, type FormEvent } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import {
  maturityApiRef,
  problemOf,
  toTimeInput,
  useDescriptionStyles,
} from '@devops-scorecards/plugin-maturity-react';
import Button from '@material-ui/core/Button';
import TextField from '@material-ui/core/TextField';
import { useStabilityTexts } from '../../translation';
import { checkReport, type ReportDraft } from './reportDraft';

const SEVERITIES = ['critical', 'major', 'minor'] as const;
const DETECTORS = ['monitoring', 'inspection', 'user', 'regulator'] as const;
const CAUSES = [
  'change',
  'capacity',
  'dependency',
  'hardware',
  'other',
] as const;

/** Tells of an incident with what is known of it, and no more. */
export function ReportIncidentForm(props: {
  entityRef: string;
  timeZone: string;
  onReported: () => void;
}) {
  const { entityRef, timeZone, onReported } = props;
  const api = useApi(maturityApiRef);
  const { t } = useStabilityTexts();
  const classes = useDescriptionStyles();
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
    <form
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
      {problems.length > 0 && (
        <div role="alert" className={classes.alert}>
          {problems.map(problem => (
            <div key={problem}>{problem}</div>
          ))}
        </div>
      )}
      <div className={classes.actions}>
        <Button type="submit" variant="contained" disabled={sending}>
          {sending ? t('report.sending') : t('report.submit')}
        </Button>
      </div>
    </form>
  );
}
