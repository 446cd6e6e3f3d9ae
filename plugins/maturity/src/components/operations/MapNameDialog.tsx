import { useState, type FormEvent } from 'react';
import Button from '@material-ui/core/Button';
import { useApi } from '@backstage/core-plugin-api';
import {
  NAME_ANNOTATIONS,
  type Alias,
  type MappedName,
} from '@devops-scorecards/plugin-maturity-common';
import {
  DialogFrame,
  maturityApiRef,
  problemOf,
  useDescriptionStyles,
} from '@devops-scorecards/plugin-maturity-react';
import { useOperationsTexts } from '../../translation';
import { EntityPicker, FULL_REF } from './EntityPicker';

/** Gives a name, under which events wait, to an entity. */
export function MapNameDialog(props: {
  name: Alias;
  onMapped: () => void;
  onClose: () => void;
}) {
  const { name, onMapped, onClose } = props;
  const { scheme, value } = name;
  const api = useApi(maturityApiRef);
  const { t } = useOperationsTexts();
  const classes = useDescriptionStyles();
  const [entity, setEntity] = useState(() => lastPartOf(value));
  const [sending, setSending] = useState(false);
  const [problem, setProblem] = useState<string>();
  const [result, setResult] = useState<MappedName>();
  const annotation = NAME_ANNOTATIONS.find(known => known.scheme === scheme);

  const send = async (event: FormEvent) => {
    event.preventDefault();
    const entityRef = entity.trim();
    if (!FULL_REF.test(entityRef)) {
      setProblem(t(entityRef ? 'map.notRef' : 'map.missing'));
      return;
    }
    setSending(true);
    setProblem(undefined);
    try {
      setResult(await api.mapName({ scheme, value, entityRef }));
      onMapped();
    } catch (error) {
      const { message } = problemOf(error);
      setProblem(t('operations.refused', { message }));
    } finally {
      setSending(false);
    }
  };
  return (
    <DialogFrame
      title={t('map.title', { name: value })}
      wide={false}
      compact={result !== undefined}
      onClose={onClose}
    >
      {result ? (
        <div className={classes.outcome} role="status">
          <p className={classes.text}>
            {t('map.done', {
              count: result.mapped,
              entity: result.name.entityRef,
            })}{' '}
            {result.pending && t('map.pending')}
          </p>
          <div className={classes.actions}>
            <Button size="small" variant="outlined" onClick={onClose}>
              {t('map.close')}
            </Button>
          </div>
        </div>
      ) : (
        <form className={classes.form} onSubmit={send} noValidate>
          <p className={classes.text}>
            {annotation
              ? t('map.intro', { annotation: annotation.annotation })
              : t('map.introBare')}
          </p>
          <EntityPicker
            value={entity}
            disabled={sending}
            onValue={written => {
              setEntity(written);
              setProblem(undefined);
            }}
          />
          {problem && (
            <p role="alert" className={classes.alert}>
              {problem}
            </p>
          )}
          <div className={classes.actions}>
            <Button
              type="submit"
              variant="contained"
              color="primary"
              disabled={sending}
            >
              {sending ? t('map.sending') : t('map.submit')}
            </Button>
            <Button onClick={onClose}>{t('operations.cancel')}</Button>
          </div>
        </form>
      )}
    </DialogFrame>
  );
}

/** Names often end like the entity is called: a job, a repository, a label. */
function lastPartOf(value: string): string {
  return value.split(/[/=:]/).filter(Boolean).pop() ?? '';
}
