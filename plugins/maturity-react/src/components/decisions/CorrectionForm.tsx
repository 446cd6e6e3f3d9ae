import { useEffect, useRef, useState, type FormEvent } from 'react';
import Button from '@material-ui/core/Button';
import Checkbox from '@material-ui/core/Checkbox';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import TextField from '@material-ui/core/TextField';
import { makeStyles } from '@material-ui/core/styles';
import { useApi } from '@backstage/core-plugin-api';
import type {
  Decision,
  EvidenceItem,
  FactRecord,
} from '@devops-scorecards/plugin-maturity-common';
import { maturityApiRef } from '../../api';
import { useTexts } from '../../language';
import { problemOf } from '../../state';
import { effectWords } from '../../views';
import { useDescriptionStyles } from '../page/useDescriptionStyles';
import { CorrectionField } from './CorrectionField';
import { checkCorrection, correctionTitle, draftOf } from './correctionDraft';
import { EvidenceInput } from './EvidenceInput';

const useStyles = makeStyles(theme => ({
  grid: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 240px), 1fr))',
    gap: theme.spacing(2),
    border: 0,
    margin: 0,
    padding: 0,
  },
  legend: {
    fontWeight: 600,
    fontSize: '0.875rem',
    padding: theme.spacing(0, 0, 1),
  },
}));

/** Options of {@link CorrectionForm}. */
export interface CorrectionFormProps {
  entityRef: string;
  record: FactRecord;
  timeZone: string;
  onDone: () => void;
  onCancel: () => void;
}

/** Says of a fact what is really so, or that it does not count. */
export function CorrectionForm(props: CorrectionFormProps) {
  const { entityRef, record, timeZone, onDone, onCancel } = props;
  const { kind, source, key } = record;
  const api = useApi(maturityApiRef);
  const texts = useTexts();
  const { t } = texts;
  const classes = useStyles();
  const words = useDescriptionStyles();
  const isExcluded = record.state === 'excluded';
  const [draft, setDraft] = useState(() => draftOf(record, timeZone));
  // What is left out has no fields that matter, and some facts have none.
  const onlyExclusion = isExcluded || draft.length === 0;
  const [exclude, setExclude] = useState(onlyExclusion && !isExcluded);
  const [reason, setReason] = useState('');
  const [evidence, setEvidence] = useState<EvidenceItem[]>([]);
  const [problems, setProblems] = useState<string[]>([]);
  const [sending, setSending] = useState(false);
  const [decision, setDecision] = useState<Decision>();
  const title = useRef<HTMLHeadingElement>(null);

  useEffect(() => {
    title.current?.focus();
  }, []);

  const send = async (event: FormEvent) => {
    event.preventDefault();
    const checked = checkCorrection({
      record,
      draft,
      exclude,
      texts,
      timeZone,
    });
    const found = [
      ...checked.problems,
      ...(reason.trim() ? [] : [t('correct.reasonMissing')]),
    ];
    setProblems(found);
    if (found.length > 0 || !checked.content) {
      return;
    }
    setSending(true);
    try {
      setDecision(
        await api.correct({
          entityRef,
          fact: { kind, source, key },
          ...checked.content,
          reason: reason.trim(),
          ...(evidence.length > 0 && { evidence }),
        }),
      );
    } catch (error) {
      setProblems([t('correct.failed', { message: problemOf(error).message })]);
    } finally {
      setSending(false);
    }
  };

  if (decision) {
    return (
      <div className={words.outcome} role="status">
        <p className={words.text}>
          {decision.state === 'approved'
            ? t('correct.applied')
            : t('correct.waits')}
        </p>
        {effectWords(decision.effect, texts).map(line => (
          <p key={line} className={words.text}>
            {line}
          </p>
        ))}
        <div className={words.actions}>
          <Button size="small" variant="outlined" onClick={onDone}>
            {t('measurement.close')}
          </Button>
        </div>
      </div>
    );
  }
  return (
    <form
      className={words.form}
      onSubmit={send}
      // What was wrong may be right now.
      onChange={() => setProblems([])}
      noValidate
    >
      <h3 ref={title} tabIndex={-1} className={words.heading}>
        {t(correctionTitle(record))}
      </h3>
      <div>
        <p className={words.text}>
          {t(onlyExclusion ? 'correct.introExclude' : 'correct.intro')}
        </p>
        <p className={words.text}>{t('correct.secondPerson')}</p>
      </div>
      {!onlyExclusion && (
        <fieldset className={classes.grid} disabled={exclude}>
          <legend className={classes.legend}>
            {t('correct.fields')} ({t('correct.zone', { zone: timeZone })})
          </legend>
          {draft.map((field, index) => (
            <CorrectionField
              key={field.name}
              kind={kind}
              field={field}
              disabled={exclude}
              onField={changed =>
                setDraft(before =>
                  before.map((one, at) => (at === index ? changed : one)),
                )
              }
            />
          ))}
        </fieldset>
      )}
      {!onlyExclusion && (
        <FormControlLabel
          control={
            <Checkbox
              color="default"
              checked={exclude}
              onChange={() => setExclude(before => !before)}
            />
          }
          label={t('correct.exclude')}
        />
      )}
      <TextField
        id="maturity-correction-reason"
        label={t('correct.reason')}
        required
        multiline
        minRows={2}
        value={reason}
        onChange={event => setReason(event.target.value)}
      />
      <EvidenceInput items={evidence} onItems={setEvidence} />
      {problems.length > 0 && (
        <div role="alert" className={words.alert}>
          {problems.map(problem => (
            <div key={problem}>{problem}</div>
          ))}
        </div>
      )}
      <div className={words.actions}>
        <Button
          type="submit"
          variant="contained"
          color="primary"
          disabled={sending}
        >
          {sending ? t('correct.sending') : t('correct.submit')}
        </Button>
        <Button onClick={onCancel}>{t('correct.cancel')}</Button>
      </div>
    </form>
  );
}
