import { makeStyles } from '@material-ui/core/styles';
import { useTexts } from '../../language';
import { paletteFor } from '../../theme';
import { kindWords, statementWords, type GapView } from '../../views';
import { AttestationChip } from '../decisions/AttestationChip';
import {
  AttestButton,
  CriterionEvidence,
  CriterionProofs,
  MeasurementValue,
  type EvidenceSource,
} from '../criterion';
import { DisclosureButton, QuietButton, useDisclosure } from '../page';
import { ConnectButton } from '../setup';
import { VerdictIcon } from '../verdict';

const useStyles = makeStyles(theme => {
  const palette = paletteFor(theme.palette.type);
  return {
    item: {
      padding: theme.spacing(1.25, 0),
      '& + &': { borderTop: `1px solid ${palette.line}` },
      '&:first-child': { paddingTop: 0 },
      '&:last-child': { paddingBottom: 0 },
    },
    title: { fontSize: '0.9375rem', fontWeight: 600, marginBottom: 2 },
    muted: { fontSize: '0.8125rem', color: palette.muted },
    line: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      columnGap: theme.spacing(1.5),
      rowGap: 2,
    },
    hint: { fontSize: '0.8125rem' },
    reason: { fontSize: '0.8125rem', margin: theme.spacing(0.25, 0) },
    proofs: {
      display: 'flex',
      flexDirection: 'column',
      fontSize: '0.8125rem',
    },
    actions: {
      display: 'flex',
      flexWrap: 'wrap',
      columnGap: theme.spacing(2),
      marginTop: theme.spacing(0.25),
    },
    sentence: { margin: theme.spacing(0.25, 0) },
    region: {
      padding: theme.spacing(0.5, 1),
      marginTop: theme.spacing(0.5),
      backgroundColor: palette.wash,
      fontSize: '0.8125rem',
      overflowWrap: 'anywhere',
    },
  };
});

/** One step on the way to the next level. */
export function GapItem(props: {
  gap: GapView;
  source: EvidenceSource;
  onShow?: (criterionId: string) => void;
}) {
  const { gap, source, onShow } = props;
  const { criterion } = gap;
  const texts = useTexts();
  const { t } = texts;
  const classes = useStyles();
  const howTo = useDisclosure();
  const evidence = useDisclosure();
  const connect = useDisclosure();
  const evidenceWords = t('gaps.evidenceCount', {
    n: String(criterion.evidenceTotal),
  });
  const help = [
    ...statementWords(criterion.attestation, texts),
    ...(criterion.guidance ? [criterion.guidance] : []),
  ];
  const about = (words: string) => `${words}: ${criterion.title}`;
  return (
    <li className={classes.item}>
      <div className={classes.title}>{criterion.title}</div>
      <div className={classes.line}>
        <VerdictIcon verdict={criterion.verdict} />
        {criterion.measurement && (
          <MeasurementValue
            measurement={criterion.measurement}
            threshold={criterion.threshold}
          />
        )}
        {criterion.demand && (
          <span className={classes.reason}>{criterion.demand}</span>
        )}
        {criterion.attestation && (
          <AttestationChip attestation={criterion.attestation} />
        )}
      </div>
      {criterion.reason && <p className={classes.reason}>{criterion.reason}</p>}
      <div className={classes.proofs}>
        <CriterionProofs criterion={criterion} />
      </div>
      <div className={classes.line}>
        {gap.hint && <span className={classes.hint}>{gap.hint}</span>}
        <span className={classes.muted}>{gap.subItem}</span>
        {criterion.effort && (
          <span className={classes.muted}>
            {t('gaps.effort', {
              effort: t(`gaps.effort${criterion.effort}`),
            })}
          </span>
        )}
      </div>
      <div className={classes.actions}>
        <AttestButton criterion={criterion} />
        {criterion.missing.length > 0 && (
          <DisclosureButton state={connect} label={about(t('gaps.connect'))}>
            {t('gaps.connect')}
          </DisclosureButton>
        )}
        {help.length > 0 && (
          <DisclosureButton state={howTo} label={about(t('gaps.howTo'))}>
            {t('gaps.howTo')}
          </DisclosureButton>
        )}
        {criterion.evidence.length > 0 && (
          <DisclosureButton state={evidence} label={about(evidenceWords)}>
            {evidenceWords}
          </DisclosureButton>
        )}
        {onShow && (
          <QuietButton
            onClick={() => onShow(criterion.id)}
            label={about(t('gaps.showInLadder'))}
          >
            {t('gaps.showInLadder')}
          </QuietButton>
        )}
      </div>
      {connect.open && (
        <div id={connect.regionId} className={classes.region}>
          {t('gaps.connectHow', {
            kinds: kindWords(criterion.missing, texts),
          })}
          <div>
            <ConnectButton about={criterion.title} />
          </div>
        </div>
      )}
      {howTo.open && (
        <div id={howTo.regionId} className={classes.region}>
          {help.map(sentence => (
            <p key={sentence} className={classes.sentence}>
              {sentence}
            </p>
          ))}
        </div>
      )}
      {evidence.open && (
        <div id={evidence.regionId} className={classes.region}>
          <CriterionEvidence criterion={criterion} source={source} />
        </div>
      )}
    </li>
  );
}
