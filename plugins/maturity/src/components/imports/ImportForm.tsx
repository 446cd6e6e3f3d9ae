import { useRef, useState, type FormEvent } from 'react';
import Button from '@material-ui/core/Button';
import TextField from '@material-ui/core/TextField';
import { makeStyles } from '@material-ui/core/styles';
import type { ImportFormat } from '@devops-scorecards/plugin-maturity-common';
import {
  useDescriptionStyles,
  useTexts,
} from '@devops-scorecards/plugin-maturity-react';
import { formatBytes } from './formatBytes';
import { guessFormat } from './guessFormat';
import type { FileToImport } from './useFileImport';

const useStyles = makeStyles(theme => ({
  row: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1, 2),
  },
  select: { flex: '0 1 280px' },
}));

const FORMATS: readonly ImportFormat[] = ['ndjson', 'csv'];

/** Chooses a file of history, its source and its format. */
export function ImportForm(props: {
  sources: readonly string[];
  /** A file is on its way. */
  disabled: boolean;
  onImport: (chosen: FileToImport) => void;
}) {
  const { sources, disabled, onImport } = props;
  const texts = useTexts();
  const { t } = texts;
  const classes = useStyles();
  const words = useDescriptionStyles();
  const chooser = useRef<HTMLInputElement>(null);
  const [file, setFile] = useState<File>();
  const [chosenSource, setSource] = useState('');
  const [format, setFormat] = useState<ImportFormat | ''>('');
  const [problems, setProblems] = useState<string[]>([]);
  // Where there is but one, nobody has to choose it.
  const source = sources.length === 1 ? sources[0] : chosenSource;

  const choose = (chosen: File) => {
    setFile(chosen);
    setFormat(guessFormat(chosen.name) ?? '');
  };
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (file && file.size > 0 && source && format) {
      onImport({ file, source, format });
      setFile(undefined);
      setFormat('');
      return;
    }
    setProblems([
      ...(file ? [] : [t('imports.noFile')]),
      ...(file?.size === 0
        ? [t('imports.emptyFile', { name: file.name })]
        : []),
      ...(source ? [] : [t('imports.noSource')]),
      ...(file && !format ? [t('imports.noFormat')] : []),
    ]);
  };
  const select = {
    className: classes.select,
    select: true,
    required: true,
    disabled,
    SelectProps: { native: true },
    InputLabelProps: { shrink: true },
  };
  return (
    <form
      className={words.form}
      aria-label={t('imports.formTitle')}
      onSubmit={send}
      // What was wrong may be right now.
      onChange={() => setProblems([])}
      noValidate
    >
      <div className={classes.row}>
        <input
          ref={chooser}
          type="file"
          hidden
          accept=".ndjson,.jsonl,.csv"
          aria-label={t('imports.file')}
          onChange={event => {
            const [chosen] = event.target.files ?? [];
            if (chosen) {
              choose(chosen);
            }
            // The same file may be chosen once more after it was changed.
            event.target.value = '';
          }}
        />
        <Button
          variant="outlined"
          disabled={disabled}
          onClick={() => chooser.current?.click()}
        >
          {t('imports.chooseFile')}
        </Button>
        <span role="status">
          {file &&
            t('imports.chosen', {
              name: file.name,
              size: formatBytes(file.size, texts),
            })}
        </span>
      </div>
      <p className={words.hint}>{t('imports.fileHint')}</p>
      <div className={classes.row}>
        <TextField
          {...select}
          id="maturity-imports-source"
          label={t('imports.source')}
          value={source}
          onChange={event => setSource(event.target.value)}
        >
          <option value="">{t('imports.chooseSource')}</option>
          {sources.map(name => (
            <option key={name} value={name}>
              {name}
            </option>
          ))}
        </TextField>
        <TextField
          {...select}
          id="maturity-imports-format"
          label={t('imports.format')}
          value={format}
          onChange={event => setFormat(event.target.value as ImportFormat | '')}
        >
          <option value="">{t('imports.chooseFormat')}</option>
          {FORMATS.map(name => (
            <option key={name} value={name}>
              {t(`imports.${name}`)}
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
      <div>
        <Button
          type="submit"
          variant="contained"
          color="primary"
          disabled={disabled}
        >
          {t('imports.submit')}
        </Button>
      </div>
    </form>
  );
}
