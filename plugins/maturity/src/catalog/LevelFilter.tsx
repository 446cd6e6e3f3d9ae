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
import type { ScorecardKind } from '@devops-scorecards/plugin-maturity-common';
import {
  LevelSign,
  levelWord,
  useTexts,
} from '@devops-scorecards/plugin-maturity-react';
import { LevelEntityFilter } from './LevelEntityFilter';
import { LEVEL_LABELS, levelOfLabel } from './levelOfEntity';

/** Filters of a catalog list that knows levels. @public */
export type LevelFilters = DefaultEntityFilters & {
  maturityLevel?: LevelEntityFilter;
  stabilityLevel?: LevelEntityFilter;
};

const useStyles = makeStyles(theme => ({
  filter: { display: 'flex', marginTop: theme.spacing(2) },
  title: {
    margin: theme.spacing(0, 0, 0.5),
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

const WORDS = {
  maturity: {
    parameter: 'maturityLevel',
    title: 'catalog.filter',
    hint: 'catalog.filterHint',
  },
  stability: {
    parameter: 'stabilityLevel',
    title: 'catalog.stabilityFilter',
    hint: 'catalog.stabilityFilterHint',
  },
} as const;

/**
 * Chooses maturity levels on the catalog page. The choice is part of the
 * address, as `filters[maturityLevel]`.
 *
 * @public
 */
export function MaturityLevelFilter() {
  return <LevelFilter scorecard="maturity" />;
}

/**
 * Chooses stability levels on the catalog page. The choice is part of the
 * address, as `filters[stabilityLevel]`.
 *
 * @public
 */
export function StabilityLevelFilter() {
  return <LevelFilter scorecard="stability" />;
}

function LevelFilter(props: { scorecard: ScorecardKind }) {
  const { scorecard } = props;
  const { parameter, title, hint } = WORDS[scorecard];
  const { updateFilters, queryParameters, filters } =
    useEntityList<LevelFilters>();
  const texts = useTexts();
  const { t } = texts;
  const classes = useStyles();
  const inAddress = queryParameters[parameter];
  const asked = useMemo(
    () =>
      [inAddress ?? []]
        .flat()
        .filter(value => levelOfLabel(value) || value === 'none'),
    [inAddress],
  );

  useEffect(() => {
    if (asked.length > 0) {
      updateFilters({ [parameter]: new LevelEntityFilter(scorecard, asked) });
    }
  }, [asked, parameter, scorecard, updateFilters]);

  const chosen = filters[parameter]?.values ?? [];
  const toggle = (label: string) => {
    const after = chosen.includes(label)
      ? chosen.filter(value => value !== label)
      : [...chosen, label];
    updateFilters({
      [parameter]:
        after.length > 0 ? new LevelEntityFilter(scorecard, after) : undefined,
    });
  };
  return (
    <FormControl
      component="fieldset"
      className={classes.filter}
      aria-label={t(hint)}
    >
      <FormLabel component="legend" className={classes.title}>
        {t(title)}
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
