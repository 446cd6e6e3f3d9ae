import { useState, type ReactNode } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import type { Decision } from '@devops-scorecards/plugin-maturity-common';
import { useTexts } from '../../language';
import { QuietButton } from '../page';
import { DecisionCard } from './DecisionCard';

const useStyles = makeStyles(theme => ({
  list: {
    listStyle: 'none',
    margin: 0,
    padding: 0,
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(2),
  },
}));

/** How many are shown before somebody asks for more, and how many more then. */
const STEP = 10;

/** Options of {@link DecisionList}. @public */
export interface DecisionListProps {
  decisions: Decision[];
  /** Names the list. */
  title: string;
  timeZone: string;
  onDecided: (decision: Decision) => void;
  /** Shows the entity of a decision. */
  renderEntity?: (entityRef: string) => ReactNode;
  /** Said where there are none. */
  empty: string;
}

/** Decisions in the order given, each with its next step. @public */
export function DecisionList(props: DecisionListProps) {
  const { decisions, title, timeZone, onDecided, renderEntity, empty } = props;
  const { t } = useTexts();
  const classes = useStyles();
  const [shown, setShown] = useState(STEP);
  if (decisions.length === 0) {
    return <p>{empty}</p>;
  }
  return (
    <>
      <ul className={classes.list} aria-label={title}>
        {decisions.slice(0, shown).map(decision => (
          <li key={decision.id}>
            <DecisionCard
              decision={decision}
              timeZone={timeZone}
              onDecided={onDecided}
              entity={renderEntity?.(decision.entityRef)}
            />
          </li>
        ))}
      </ul>
      {decisions.length > shown && (
        <QuietButton onClick={() => setShown(before => before + STEP)}>
          {t('gaps.more', {
            n: String(Math.min(STEP, decisions.length - shown)),
          })}
        </QuietButton>
      )}
    </>
  );
}
