import FormControl from '@material-ui/core/FormControl';
import NativeSelect from '@material-ui/core/NativeSelect';
import { makeStyles } from '@material-ui/core/styles';
import { useStabilityTexts } from '../../translation';
import {
  DETECTORS,
  type DetectorKind,
  type IncidentStateFilter,
} from '../../views/incidentView';

const useStyles = makeStyles(theme => ({
  filters: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1, 3),
    margin: theme.spacing(0.5, 0, 1),
    fontSize: '0.8125rem',
  },
  filter: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: theme.spacing(1),
  },
}));

const STATES: IncidentStateFilter[] = ['all', 'open', 'restored', 'uncounted'];

/** What of the incidents is shown. */
export interface IncidentFilter {
  detector: DetectorKind | 'all';
  state: IncidentStateFilter;
}

/** Chooses incidents by who noticed them and by how they stand. */
export function IncidentFilters(props: {
  filter: IncidentFilter;
  onFilter: (filter: IncidentFilter) => void;
  /** How many are shown of how many. */
  count: string;
}) {
  const { filter, onFilter, count } = props;
  const { t } = useStabilityTexts();
  const classes = useStyles();
  return (
    <div className={classes.filters}>
      <label className={classes.filter}>
        {t('filter.detector')}
        <FormControl>
          <NativeSelect
            value={filter.detector}
            onChange={event =>
              onFilter({
                ...filter,
                detector: event.target.value as IncidentFilter['detector'],
              })
            }
          >
            <option value="all">{t('filter.all')}</option>
            {DETECTORS.map(detector => (
              <option key={detector} value={detector}>
                {t(`detector.${detector}`)}
              </option>
            ))}
          </NativeSelect>
        </FormControl>
      </label>
      <label className={classes.filter}>
        {t('filter.state')}
        <FormControl>
          <NativeSelect
            value={filter.state}
            onChange={event =>
              onFilter({
                ...filter,
                state: event.target.value as IncidentStateFilter,
              })
            }
          >
            {STATES.map(state => (
              <option key={state} value={state}>
                {t(`filter.${state}`)}
              </option>
            ))}
          </NativeSelect>
        </FormControl>
      </label>
      <span role="status">{count}</span>
    </div>
  );
}
