import { useRef, useState, type FormEvent } from 'react';
import Button from '@material-ui/core/Button';
import LinearProgress from '@material-ui/core/LinearProgress';
import TextField from '@material-ui/core/TextField';
import { makeStyles } from '@material-ui/core/styles';
import {
  MANUAL_SOURCE,
  type ImportFormat,
  type SourceStatus,
} from '@devops-scorecards/plugin-maturity-common';
import {
  formatNumber,
  useDescriptionStyles,
} from '@devops-scorecards/plugin-maturity-react';
import { useOperationsTexts } from '../../translation';
import { megabytes } from './megabytes';
import type { Upload } from './useUpload';

const useStyles = makeStyles(theme => ({
  row: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'flex-end',
    gap: theme.spacing(1, 2),
  },
  select: { minWidth: 220 },
  progress: { flex: '1 1 240px' },
}));

const FORMATS: readonly ImportFormat[] = ['ndjson', 'csv'];

/** Sends a file of history and says how far it has come. */
export function ImportUpload(props: {
  sources: SourceStatus[];
  upload: Upload;
}) {
  const { sources, upload } = props;
  const { state } = upload;
  const { t, texts } = useOperationsTexts();
  const classes = useStyles();
  const words = useDescriptionStyles();
  const chooser = useRef<HTMLInputElement>(null);
  const [file, setFile] = useState<File>();
  const [source, setSource] = useState('');
  const [format, setFormat] = useState<ImportFormat>('ndjson');
  const [problems, setProblems] = useState<string[]>([]);
  const sending = state.status === 'sending';

  const start = (event: FormEvent) => {
    event.preventDefault();
    const found = [
      ...(file ? [] : [t('import.fileMissing')]),
      ...(file && file.size === 0 ? [t('import.empty')] : []),
      ...(source ? [] : [t('import.sourceMissing')]),
    ];
    setProblems(found);
    if (file && found.length === 0) {
      upload.start({ file, source, format });
    }
  };
  const choose = (chosen: File | undefined) => {
    setProblems([]);
    setFile(chosen);
    if (chosen) {
      setFormat(/\.csv$/i.test(chosen.name) ? 'csv' : 'ndjson');
    }
  };
  return (
    <form className={words.form} onSubmit={start} noValidate>
      <div className={classes.row}>
        <input
          ref={chooser}
          type="file"
          hidden
          aria-label={t('import.file')}
          accept=".ndjson,.jsonl,.json,.csv"
          onChange={event => choose(event.target.files?.[0])}
        />
        <Button
          variant="outlined"
          disabled={sending}
          onClick={() => chooser.current?.click()}
        >
          {t('import.choose')}
        </Button>
        <span role="status">
          {file &&
            t('import.chosen', {
              name: file.name,
              size: megabytes(file.size, texts),
            })}
        </span>
      </div>
      <div className={classes.row}>
        <TextField
          id="maturity-import-source"
          className={classes.select}
          label={t('import.forSource')}
          select
          required
          SelectProps={{ native: true }}
          InputLabelProps={{ shrink: true }}
          disabled={sending}
          value={source}
          onChange={event => {
            setSource(event.target.value);
            setProblems([]);
          }}
        >
          <option value="">–</option>
          {sources.filter(isOpen).map(one => (
            <option key={one.source} value={one.source}>
              {one.source}
            </option>
          ))}
        </TextField>
        <TextField
          id="maturity-import-format"
          className={classes.select}
          label={t('import.format')}
          select
          SelectProps={{ native: true }}
          InputLabelProps={{ shrink: true }}
          disabled={sending}
          value={format}
          onChange={event => setFormat(event.target.value as ImportFormat)}
        >
          {FORMATS.map(one => (
            <option key={one} value={one}>
              {t(`import.${one}`)}
            </option>
          ))}
        </TextField>
      </div>
      {problems.length > 0 && (
        <div role="alert" className={words.alert}>
          {problems.map(problem => (
            <div key={problem}>{problem}</div>
          ))}
        </div>
      )}
      <div className={classes.row}>
        <Button type="submit" variant="contained" disabled={sending}>
          {t('import.start')}
        </Button>
        {sending && (
          <>
            <Button onClick={upload.stop}>{t('import.stop')}</Button>
            <div className={classes.progress}>
              <LinearProgress
                variant="determinate"
                value={(100 * state.done) / state.total}
                aria-label={t('import.sending', { name: state.name })}
              />
            </div>
            <span>
              {t('import.done', {
                done: megabytes(state.done, texts),
                total: megabytes(state.total, texts),
              })}
            </span>
          </>
        )}
      </div>
      <UploadOutcome upload={upload} />
    </form>
  );
}

function UploadOutcome(props: { upload: Upload }) {
  const { state } = props.upload;
  const { t, texts } = useOperationsTexts();
  const words = useDescriptionStyles();
  const count = (value: number) => formatNumber({ value, texts });
  if (state.status === 'failed') {
    return (
      <p role="alert" className={words.alert}>
        {t('import.failed', {
          message:
            state.stuckAt === undefined
              ? state.message
              : t('import.lineTooLong', { offset: count(state.stuckAt) }),
        })}
      </p>
    );
  }
  return (
    <div role="status" className={words.hint}>
      {state.status === 'stopped' && t('import.stopped')}
      {state.status === 'finished' &&
        t('import.finished', {
          name: state.result.name,
          stored: count(state.result.stored),
          duplicates: count(state.result.duplicates),
          refused: count(state.result.refused),
        })}
    </div>
  );
}

/** Whether events can be brought in as those of a source. */
function isOpen({ source, problems }: SourceStatus): boolean {
  return (
    source !== MANUAL_SOURCE &&
    problems.every(({ code }) => code !== 'not-configured')
  );
}
