import { useTexts } from '../../language';
import { useScorecardDialogs } from '../dialogs/scorecardDialogsContext';
import { QuietButton } from '../page';

/**
 * Leads from where no source is connected to what connects one. Nothing
 * outside of {@link ScorecardDialogs}.
 *
 * @public
 */
export function ConnectButton(props: {
  /** What misses the source, for those who hear the page. */
  about?: string;
}) {
  const { about } = props;
  const { t } = useTexts();
  const dialogs = useScorecardDialogs();
  return dialogs ? (
    <QuietButton
      label={about && `${t('setup.connect')}: ${about}`}
      onClick={dialogs.setUp}
    >
      {t('setup.connect')}
    </QuietButton>
  ) : null;
}
