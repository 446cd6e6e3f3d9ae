import { useState } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import { useTexts } from '../../language';
import { paletteFor } from '../../theme';
import type { ScorecardView } from '../../views';
import type { EvidenceSource } from '../criterion';
import { Panel, QuietButton } from '../page';
import { GapItem } from './GapItem';

const useStyles = makeStyles(theme => ({
  list: { listStyle: 'none', margin: 0, padding: 0 },
  text: { margin: 0, fontSize: '0.875rem' },
  note: {
    margin: theme.spacing(0, 0, 1),
    fontSize: '0.8125rem',
    color: paletteFor(theme.palette.type).muted,
  },
  count: {
    fontSize: '0.8125rem',
    color: paletteFor(theme.palette.type).muted,
    fontVariantNumeric: 'tabular-nums',
  },
}));

const TITLES = {
  connect: 'gaps.titleConnect',
  prove: 'gaps.titleProve',
  reach: 'gaps.title',
} as const;

/** How many steps are shown before somebody asks for more. */
const FIRST = 6;

/** Options of {@link GapChecklist}. @public */
export interface GapChecklistProps {
  view: Pick<ScorecardView, 'gaps' | 'aim' | 'maxLevel'>;
  source: EvidenceSource;
  /** Shows a criterion in the ladder. */
  onShow?: (criterionId: string) => void;
}

/** What stands between the entity and its next level, what fails first. @public */
export function GapChecklist(props: GapChecklistProps) {
  const { view, source, onShow } = props;
  const { gaps, aim, maxLevel } = view;
  const { t } = useTexts();
  const classes = useStyles();
  const [all, setAll] = useState(false);
  if (!aim || gaps.length === 0) {
    return (
      <Panel title={t('gaps.titleTop')}>
        <p className={classes.text}>
          {aim ? t('gaps.none') : t('gaps.top', { level: String(maxLevel) })}
        </p>
      </Panel>
    );
  }
  const shown = all ? gaps : gaps.slice(0, FIRST);
  return (
    <Panel
      title={t(TITLES[aim.kind], { level: String(aim.level) })}
      actions={
        <span className={classes.count}>
          {t('gaps.count', { count: gaps.length })}
        </span>
      }
    >
      {gaps.some(gap => gap.criterion.attestation) && (
        <p className={classes.note}>{t('gaps.attestNote')}</p>
      )}
      <ul className={classes.list}>
        {shown.map(gap => (
          <GapItem
            key={gap.criterion.id}
            gap={gap}
            source={source}
            onShow={onShow}
          />
        ))}
      </ul>
      {gaps.length > FIRST && (
        <QuietButton onClick={() => setAll(before => !before)}>
          {all
            ? t('gaps.fewer')
            : t('gaps.more', { n: String(gaps.length - FIRST) })}
        </QuietButton>
      )}
    </Panel>
  );
}
