import { makeStyles } from '@material-ui/core/styles';
import type { Explanation } from '@devops-scorecards/plugin-maturity-common';
import { formatDateTime } from '../../format';
import { pickText, useTexts } from '../../language';
import { paletteFor } from '../../theme';

const useStyles = makeStyles(theme => ({
  sentence: { margin: 0, fontSize: '0.9375rem', maxWidth: '90ch' },
  cause: {
    margin: theme.spacing(0.5, 0, 0),
    fontSize: '0.8125rem',
    color: paletteFor(theme.palette.type).muted,
    overflowWrap: 'anywhere',
  },
}));

/** Why the level is what it is, in one sentence, with its cause. @public */
export function ExplainSentence(props: {
  explanation: Explanation;
  timeZone: string;
}) {
  const { explanation, timeZone } = props;
  const texts = useTexts();
  const { t } = texts;
  const classes = useStyles();
  const cause = explanation.change?.cause;
  return (
    <div>
      <p className={classes.sentence}>
        {pickText(texts, explanation.sentence) || t('explain.empty')}
      </p>
      {cause && (
        <p className={classes.cause}>
          {t(`explain.cause.${cause.kind}`)}
          {cause.event && (
            <>
              {' · '}
              {t('explain.event', {
                id: cause.event.id,
                source: cause.event.source,
                type: cause.event.type,
              })}
              {' · '}
              <time dateTime={new Date(cause.event.occurredAt).toISOString()}>
                {formatDateTime({
                  at: cause.event.occurredAt,
                  texts,
                  timeZone,
                })}
              </time>
            </>
          )}
        </p>
      )}
    </div>
  );
}
