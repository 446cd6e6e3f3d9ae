import { useEffect, useState } from 'react';
import TextField from '@material-ui/core/TextField';
import { makeStyles } from '@material-ui/core/styles';
import useDebounce from 'react-use/esm/useDebounce';
import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import { useApi } from '@backstage/core-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import {
  problemOf,
  QuietButton,
  useDescriptionStyles,
} from '@devops-scorecards/plugin-maturity-react';
import { useOperationsTexts } from '../../translation';

const useStyles = makeStyles(theme => ({
  found: {
    listStyle: 'none',
    margin: theme.spacing(0.5, 0),
    padding: 0,
    // Holds its place while nothing is found.
    minHeight: 120,
  },
  ref: { fontSize: '0.75rem' },
}));

/** Entities that are offered. */
const MOST = 8;

/** Milliseconds without a key before the catalog is asked. */
const PAUSE = 300;

/** A full entity ref; what is none is searched for. */
export const FULL_REF = /^[a-z0-9]+:[^\s:/]+\/[^\s:/]+$/i;

/** Finds an entity by its name, or takes its ref as it is written. */
export function EntityPicker(props: {
  /** What is written: words to search for, or a ref. */
  value: string;
  onValue: (value: string) => void;
  disabled?: boolean;
}) {
  const { value, onValue, disabled } = props;
  const catalog = useApi(catalogApiRef);
  const { t } = useOperationsTexts();
  const classes = useStyles();
  const words = useDescriptionStyles();
  const [term, setTerm] = useState(value);
  const [found, setFound] = useState<Entity[]>();
  const [problem, setProblem] = useState<string>();
  useDebounce(() => setTerm(value.trim()), PAUSE, [value]);

  useEffect(() => {
    let isCurrent = true;
    const search = async () => {
      setProblem(undefined);
      if (term === '' || FULL_REF.test(term)) {
        setFound([]);
        return;
      }
      setFound(undefined);
      try {
        const { items } = await catalog.queryEntities({
          filter: { kind: ['component', 'system', 'api', 'resource'] },
          fullTextFilter: {
            term,
            fields: ['metadata.name', 'metadata.title'],
          },
          fields: ['kind', 'metadata.namespace', 'metadata.name'],
          limit: MOST,
        });
        if (isCurrent) {
          setFound(items);
        }
      } catch (error) {
        if (isCurrent) {
          setFound([]);
          const { message } = problemOf(error);
          setProblem(t('map.searchFailed', { message }));
        }
      }
    };
    search();
    return () => {
      isCurrent = false;
    };
  }, [catalog, term, t]);

  const searched = term !== '' && !FULL_REF.test(term) && !problem;
  return (
    <div>
      <TextField
        id="maturity-map-entity"
        label={t('map.entity')}
        helperText={t('map.entityHint')}
        fullWidth
        required
        disabled={disabled}
        value={value}
        onChange={event => onValue(event.target.value)}
      />
      <div role="status" className={words.hint}>
        {searched && found === undefined && t('map.searching')}
        {searched && found?.length === 0 && t('map.foundNone')}
      </div>
      {problem && (
        <p role="alert" className={words.alert}>
          {problem}
        </p>
      )}
      <ul className={classes.found} aria-label={t('map.found')}>
        {(found ?? []).map(entity => {
          const ref = stringifyEntityRef(entity);
          return (
            <li key={ref}>
              <QuietButton disabled={disabled} onClick={() => onValue(ref)}>
                {ref}
              </QuietButton>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
