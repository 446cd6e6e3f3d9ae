import { useState } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import { useTexts } from '../../language';
import { QuietButton } from './Disclosure';
import { useDescriptionStyles } from './useDescriptionStyles';

const useStyles = makeStyles(theme => ({
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: theme.spacing(1.5),
    fontSize: '0.8125rem',
  },
}));

/** Text to be taken along, with a button that copies it. @public */
export function CopyBlock(props: {
  text: string;
  /** What the text is. */
  label: string;
}) {
  const { text, label } = props;
  const { t } = useTexts();
  const classes = useStyles();
  const words = useDescriptionStyles();
  const [said, setSaid] = useState<string>();
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setSaid(t('setup.copied'));
    } catch {
      // Without https a browser gives no clipboard.
      setSaid(t('setup.notCopied'));
    }
  };
  return (
    <div>
      <pre
        className={words.code}
        aria-label={label}
        // What scrolls must be reachable from the keyboard.
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
      >
        {text}
      </pre>
      <div className={classes.line}>
        <QuietButton label={`${t('setup.copy')}: ${label}`} onClick={copy}>
          {t('setup.copy')}
        </QuietButton>
        <span role="status">{said}</span>
      </div>
    </div>
  );
}
