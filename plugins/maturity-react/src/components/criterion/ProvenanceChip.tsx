import Tooltip from '@material-ui/core/Tooltip';
import { makeStyles } from '@material-ui/core/styles';
import { useTexts } from '../../language';
import { paletteFor } from '../../theme';
import type { CriterionView } from '../../views';

const useStyles = makeStyles(theme => {
  const palette = paletteFor(theme.palette.type);
  return {
    chip: {
      display: 'inline-block',
      padding: theme.spacing(0, 0.75),
      border: `1px solid ${palette.muted}`,
      borderRadius: 10,
      fontSize: '0.75rem',
      lineHeight: '18px',
      color: palette.muted,
      whiteSpace: 'nowrap',
    },
    inferred: { borderStyle: 'dashed' },
  };
});

const WORDS = {
  sourced: { word: 'provenance.sourced', hint: 'provenance.sourcedHint' },
  practitioner: {
    word: 'provenance.practitioner',
    hint: 'provenance.practitionerHint',
  },
  inferred: { word: 'provenance.inferred', hint: 'provenance.inferredHint' },
} as const;

/** Where a threshold comes from: the standard, the field, or our reading. @public */
export function ProvenanceChip(props: {
  provenance: CriterionView['provenance'];
}) {
  const { kind, source, note } = props.provenance;
  const { t } = useTexts();
  const classes = useStyles();
  const hint = [t(WORDS[kind].hint, { source }), note]
    .filter(Boolean)
    .join(' – ');
  return (
    <Tooltip title={hint}>
      <span
        className={
          kind === 'inferred'
            ? `${classes.chip} ${classes.inferred}`
            : classes.chip
        }
        // Focusable, or the hint could not be had from the keyboard.
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        role="note"
      >
        {t(WORDS[kind].word)}
      </span>
    </Tooltip>
  );
}
