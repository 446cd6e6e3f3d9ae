import { makeStyles } from '@material-ui/core/styles';
import { useTexts } from '../../language';
import { paletteFor } from '../../theme';
import { statementWords, type CriterionView } from '../../views';
import { DisclosureButton, useDisclosure } from '../page';
import { ConnectButton } from '../setup';
import { VerdictIcon } from '../verdict';
import { AttestationChip } from '../decisions/AttestationChip';
import { AttestButton } from './AttestButton';
import { CriterionEvidence, type EvidenceSource } from './CriterionEvidence';
import { CriterionProofs } from './CriterionProofs';
import { MeasurementValue } from './MeasurementValue';
import { ProvenanceChip } from './ProvenanceChip';

const useStyles = makeStyles(theme => {
  const palette = paletteFor(theme.palette.type);
  return {
    criterion: {
      padding: theme.spacing(1, 0),
      '& + &': { borderTop: `1px solid ${palette.line}` },
      '&:focus-visible': {
        outline: `2px solid ${theme.palette.text.primary}`,
        outlineOffset: 2,
      },
    },
    head: {
      position: 'relative',
      // What wraps stays clear of the level.
      paddingLeft: 36,
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      columnGap: theme.spacing(1),
      rowGap: theme.spacing(0.25),
    },
    level: {
      position: 'absolute',
      left: 0,
      top: 2,
      fontSize: '0.75rem',
      fontWeight: 600,
      color: palette.muted,
      fontVariantNumeric: 'tabular-nums',
    },
    title: { fontSize: '0.875rem', fontWeight: 600 },
    body: {
      paddingLeft: 36,
      display: 'flex',
      flexDirection: 'column',
      gap: theme.spacing(0.25),
      fontSize: '0.8125rem',
    },
    note: { color: palette.muted },
    risk: { color: palette.verdict.stale, fontWeight: 600 },
  };
});

/** DOM id of a criterion in the ladder, for links to it. */
export function criterionElementId(criterionId: string): string {
  return `maturity-criterion-${criterionId}`;
}

/** One criterion in the ladder: verdict, value, threshold, reason, evidence. */
export function CriterionDetail(props: {
  criterion: CriterionView;
  source: EvidenceSource;
}) {
  const { criterion, source } = props;
  const texts = useTexts();
  const { t } = texts;
  const classes = useStyles();
  const evidence = useDisclosure();
  return (
    <li
      id={criterionElementId(criterion.id)}
      className={classes.criterion}
      tabIndex={-1}
    >
      <div className={classes.head}>
        <span className={classes.level}>
          {t('ladder.criterionLevel', { level: String(criterion.level) })}
        </span>
        <span className={classes.title}>{criterion.title}</span>
        <VerdictIcon verdict={criterion.verdict} />
        {criterion.atRisk && (
          <span className={classes.risk} title={t('badge.atRiskHint')}>
            {t('criterion.atRisk')}
          </span>
        )}
        {criterion.mustHave && (
          <span className={classes.note} title={t('criterion.mustHaveHint')}>
            {t('criterion.mustHave')}
          </span>
        )}
        {criterion.attestation && (
          <AttestationChip attestation={criterion.attestation} />
        )}
        <ProvenanceChip provenance={criterion.provenance} />
      </div>
      <div className={classes.body}>
        {criterion.measurement && (
          <MeasurementValue
            measurement={criterion.measurement}
            threshold={criterion.threshold}
          />
        )}
        {criterion.demand && <span>{criterion.demand}</span>}
        {statementWords(criterion.attestation, texts).map(sentence => (
          <span key={sentence} className={classes.note}>
            {sentence}
          </span>
        ))}
        {criterion.reason && (
          <span className={classes.note}>{criterion.reason}</span>
        )}
        {criterion.missing.length > 0 && (
          <div>
            <ConnectButton about={criterion.title} />
          </div>
        )}
        <CriterionProofs criterion={criterion} />
        {criterion.attestation && (
          <div>
            <AttestButton criterion={criterion} />
          </div>
        )}
        {criterion.evidence.length > 0 && (
          <div>
            <DisclosureButton
              state={evidence}
              label={`${t('gaps.evidenceCount', {
                n: String(criterion.evidenceTotal),
              })}: ${criterion.title}`}
            >
              {t('gaps.evidenceCount', {
                n: String(criterion.evidenceTotal),
              })}
            </DisclosureButton>
            {evidence.open && (
              <div id={evidence.regionId}>
                <CriterionEvidence criterion={criterion} source={source} />
              </div>
            )}
          </div>
        )}
      </div>
    </li>
  );
}
