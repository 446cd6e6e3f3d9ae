import { useRef, useState } from 'react';
import Button from '@material-ui/core/Button';
import LinearProgress from '@material-ui/core/LinearProgress';
import TextField from '@material-ui/core/TextField';
import { makeStyles } from '@material-ui/core/styles';
import { useApi } from '@backstage/core-plugin-api';
import type { EvidenceItem } from '@devops-scorecards/plugin-maturity-common';
import { maturityApiRef } from '../../api';
import { useTexts } from '../../language';
import { problemOf } from '../../state';
import { isWebAddress } from '../../views';
import { QuietButton } from '../page';
import { useDescriptionStyles } from '../page/useDescriptionStyles';
import { ACCEPTED, fileProblem, LIMIT_MB, mediaTypeOf } from './evidenceChecks';

const useStyles = makeStyles(theme => ({
  set: { border: 0, margin: 0, padding: 0, minWidth: 0 },
  legend: { fontWeight: 600, fontSize: '0.875rem', padding: 0 },
  row: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'flex-end',
    gap: theme.spacing(1, 2),
  },
  grow: { flex: '1 1 200px' },
  // Holds its place while nothing is uploaded.
  progress: { height: 4, margin: theme.spacing(0.5, 0) },
}));

/** Links and uploads behind what a person says. */
export function EvidenceInput(props: {
  items: EvidenceItem[];
  onItems: (items: EvidenceItem[]) => void;
}) {
  const { items, onItems } = props;
  const api = useApi(maturityApiRef);
  const texts = useTexts();
  const { t } = texts;
  const classes = useStyles();
  const words = useDescriptionStyles();
  const chooser = useRef<HTMLInputElement>(null);
  const [title, setTitle] = useState('');
  const [url, setUrl] = useState('');
  const [uploading, setUploading] = useState<string>();
  const [done, setDone] = useState<string>();
  const [problem, setProblem] = useState<string>();

  const addLink = () => {
    if (!title.trim()) {
      setProblem(t('evidenceForm.noTitle'));
    } else if (!isWebAddress(url.trim())) {
      setProblem(t('evidenceForm.badUrl'));
    } else {
      onItems([...items, { title: title.trim(), url: url.trim() }]);
      setTitle('');
      setUrl('');
      setProblem(undefined);
    }
  };
  const upload = async (file: File) => {
    const { name } = file;
    const mediaType = mediaTypeOf(file);
    const refusal = fileProblem(file, texts);
    setProblem(refusal);
    setDone(undefined);
    if (refusal || !mediaType) {
      return;
    }
    setUploading(name);
    try {
      const item = await api.uploadEvidence({
        title: name,
        mediaType,
        content: file,
      });
      onItems([...items, item]);
      setDone(t('evidenceForm.uploaded', { name }));
    } catch (error) {
      const { message } = problemOf(error);
      setProblem(t('evidenceForm.failed', { name, message }));
    } finally {
      setUploading(undefined);
    }
  };
  return (
    <fieldset className={classes.set}>
      <legend className={classes.legend}>{t('evidenceForm.title')}</legend>
      {items.length > 0 && (
        <ul aria-label={t('evidenceForm.list')}>
          {items.map((item, index) => (
            <li key={`${item.title} ${item.url ?? item.sha256}`}>
              {item.title}{' '}
              <QuietButton
                label={t('evidenceForm.remove', { title: item.title })}
                onClick={() => onItems(items.filter((_, at) => at !== index))}
              >
                ✕
              </QuietButton>
            </li>
          ))}
        </ul>
      )}
      <div className={classes.row}>
        <TextField
          className={classes.grow}
          id="maturity-evidence-title"
          label={t('evidenceForm.linkTitle')}
          value={title}
          onChange={event => setTitle(event.target.value)}
        />
        <TextField
          className={classes.grow}
          id="maturity-evidence-url"
          label={t('evidenceForm.linkUrl')}
          type="url"
          value={url}
          onChange={event => setUrl(event.target.value)}
        />
        <Button size="small" onClick={addLink}>
          {t('evidenceForm.addLink')}
        </Button>
      </div>
      <div className={words.actions}>
        <input
          ref={chooser}
          type="file"
          hidden
          accept={ACCEPTED}
          aria-label={t('evidenceForm.upload')}
          onChange={event => {
            const [file] = event.target.files ?? [];
            // The same file may be chosen again after it was refused.
            event.target.value = '';
            if (file) {
              upload(file);
            }
          }}
        />
        <Button
          size="small"
          variant="outlined"
          disabled={uploading !== undefined}
          onClick={() => chooser.current?.click()}
        >
          {t('evidenceForm.upload')}
        </Button>
        <span className={words.hint}>
          {t('evidenceForm.uploadHint', { size: String(LIMIT_MB) })}
        </span>
      </div>
      <div className={classes.progress}>
        {uploading && (
          <LinearProgress
            aria-label={t('evidenceForm.uploading', { name: uploading })}
          />
        )}
      </div>
      <div role="status" className={words.hint}>
        {uploading ? t('evidenceForm.uploading', { name: uploading }) : done}
      </div>
      {problem && (
        <p role="alert" className={words.alert}>
          {problem}
        </p>
      )}
    </fieldset>
  );
}
