import { useEffect, useMemo } from 'react';
import Checkbox from '@material-ui/core/Checkbox';
import FormControl from '@material-ui/core/FormControl';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import FormGroup from '@material-ui/core/FormGroup';
import FormLabel from '@material-ui/core/FormLabel';
import { makeStyles } from '@material-ui/core/styles';
import {
  useEntityList,
  type DefaultEntityFilters,
} from '@backstage/plugin-catalog-react';
import {
  LevelSign,
  levelWord,
  useTexts,
} from '@devops-scorecards/plugin-maturity-react';
import { LEVEL_LABELS, levelOfLabel } from './levelOfEntity';
import { MaturityLevelEntityFilter } from './MaturityLevelEntityFilter';

/** Filters of a catalog list that knows maturity levels. @public */
export type MaturityLevelFilters = DefaultEntityFilters & {
  maturityLevel?: MaturityLevelEntityFilter;
};

const useStyles = makeStyles(theme => ({
  title: {
    margin: theme.spacing(1, 0, 0.5),
    fontSize: theme.typography.body2.fontSize,
    fontWeight: 700,
    color: theme.palette.text.primary,
    '&.Mui-focused': { color: theme.palette.text.primary },
  },
  label: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: theme.spacing(0.75),
    fontSize: '0.875rem',
  },
  box: { padding: theme.spacing(0.5, 1) },
}));

/**
 * Chooses maturity levels on the catalog page. The choice is part of the
 * address, as `filters[maturityLevel]`.
 *
 * @public
 */
export function MaturityLevelFilter() {
  const {
    updateFilters,
    queryParameters: { maturityLevel: parameter },
    filters,
  } = useEntityList<MaturityLevelFilters>();
  const texts = useTexts();
  const { t } = texts;
  const classes = useStyles();
  const asked = useMemo(
    () =>
      [parameter ?? []]
        .flat()
        .filter(value => levelOfLabel(value) || value === 'none'),
    [parameter],
  );

  useEffect(() => {
    if (asked.length > 0) {
      updateFilters({ maturityLevel: new MaturityLevelEntityFilter(asked) });
    }
  }, [asked, updateFilters]);

  const chosen = filters.maturityLevel?.values ?? [];
  const toggle = (label: string) => {
    const after = chosen.includes(label)
      ? chosen.filter(value => value !== label)
      : [...chosen, label];
    updateFilters({
      maturityLevel:
        after.length > 0 ? new MaturityLevelEntityFilter(after) : undefined,
    });
  };
  return (
    <FormControl component="fieldset" aria-label={t('catalog.filterHint')}>
      <FormLabel component="legend" className={classes.title}>
        {t('catalog.filter')}
      </FormLabel>
      <FormGroup>
        {LEVEL_LABELS.map(label => (
          <FormControlLabel
            key={label}
            control={
              <Checkbox
                className={classes.box}
                size="small"
                color="default"
                checked={chosen.includes(label)}
                onChange={() => toggle(label)}
              />
            }
            label={
              <span className={classes.label}>
                <LevelSign level={levelOfLabel(label)} size={20} />
                {levelWord(levelOfLabel(label), texts)}
              </span>
            }
          />
        ))}
      </FormGroup>
    </FormControl>
  );
}
