import FormControl from '@material-ui/core/FormControl';
import InputLabel from '@material-ui/core/InputLabel';
import NativeSelect from '@material-ui/core/NativeSelect';
import { useTexts } from '@devops-scorecards/plugin-maturity-react';
import { useLevelOrder, type LevelOrder } from './useLevelOrder';

const ORDERS = [
  ['maturity', 'desc', 'catalog.sortMaturityDesc'],
  ['maturity', 'asc', 'catalog.sortMaturityAsc'],
  ['stability', 'desc', 'catalog.sortStabilityDesc'],
  ['stability', 'asc', 'catalog.sortStabilityAsc'],
] as const;

/**
 * Sorts the whole catalog list by a level; what is not assessed comes last.
 * The choice is part of the address, as `filters[order]`.
 *
 * @public
 */
export function LevelSortControl() {
  const { order, sortBy, sortable } = useLevelOrder();
  const { t } = useTexts();
  if (!sortable) {
    return null;
  }
  const choose = (value: string) => {
    const [scorecard, direction] = value.split(' ');
    sortBy(direction ? ({ scorecard, direction } as LevelOrder) : undefined);
  };
  return (
    <FormControl fullWidth margin="normal">
      <InputLabel htmlFor="maturity-catalog-order" shrink>
        {t('catalog.sort')}
      </InputLabel>
      <NativeSelect
        id="maturity-catalog-order"
        value={order ? `${order.scorecard} ${order.direction}` : ''}
        onChange={event => choose(event.target.value)}
      >
        <option value="">{t('catalog.sortName')}</option>
        {ORDERS.map(([scorecard, direction, words]) => (
          <option key={words} value={`${scorecard} ${direction}`}>
            {t(words)}
          </option>
        ))}
      </NativeSelect>
    </FormControl>
  );
}
