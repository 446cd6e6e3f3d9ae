import {
  Panel,
  QuietButton,
  type EvidenceSource,
} from '@devops-scorecards/plugin-maturity-react';
import { makeStyles } from '@material-ui/core/styles';
import { useStabilityTexts } from '../../translation';
import type { ProcessView } from '../../views/processView';
import { ProcessRow } from './ProcessRow';
import { useOpenRows } from './useOpenRows';

const useStyles = makeStyles(theme => ({
  text: {
    margin: theme.spacing(0, 0, 1.5),
    fontSize: '0.875rem',
    maxWidth: '90ch',
  },
  list: { listStyle: 'none', margin: 0, padding: 0 },
}));

/** As many as the standard has. */
const TEN = 10;

/** The processes with their levels, and what to do about each. */
export function ProcessesPanel(props: {
  processes: ProcessView[];
  source: EvidenceSource;
  /** A criterion to open the way to. */
  criterion?: string;
}) {
  const { processes, source, criterion } = props;
  const { t } = useStabilityTexts();
  const classes = useStyles();
  const { disclosureOf, allOpen, toggleAll } = useOpenRows(
    processes,
    criterion,
  );
  return (
    <Panel
      title={
        processes.length === TEN ? t('process.title') : t('process.titleOther')
      }
      actions={
        <QuietButton onClick={toggleAll}>
          {allOpen ? t('process.collapseAll') : t('process.expandAll')}
        </QuietButton>
      }
    >
      <p className={classes.text}>{t('process.intro')}</p>
      <ul className={classes.list}>
        {processes.map(process => (
          <ProcessRow
            key={process.id}
            process={process}
            disclosure={disclosureOf(process.id)}
            source={source}
          />
        ))}
      </ul>
    </Panel>
  );
}
