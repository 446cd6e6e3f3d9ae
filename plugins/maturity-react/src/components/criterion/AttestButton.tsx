import { useTexts } from '../../language';
import type { CriterionView } from '../../views';
import { useScorecardDialogs } from '../dialogs/scorecardDialogsContext';
import { QuietButton } from '../page';

/** Opens how a criterion was attested and the form, where a page has them. */
export function AttestButton(props: { criterion: CriterionView }) {
  const { criterion } = props;
  const { attestation, title } = criterion;
  const { t } = useTexts();
  const attest = useScorecardDialogs()?.attest;
  if (!attestation || !attest) {
    return null;
  }
  const words = attestation.decision ? t('gaps.attestation') : t('gaps.attest');
  return (
    <QuietButton label={`${words}: ${title}`} onClick={() => attest(criterion)}>
      {words}
    </QuietButton>
  );
}
