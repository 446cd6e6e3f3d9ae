import type {
  EntitySetup,
  FactKind,
} from '@devops-scorecards/plugin-maturity-common';
import { useTexts } from '../../language';
import { setupStepView, sourceTitles } from '../../views';
import { TimeAgo, useTableStyles, VisuallyHidden } from '../page';
import { StepWords } from './StepWords';

/** What arrives, kind by kind, and what to do where it does not. */
export function SetupKinds(props: { setup: EntitySetup; timeZone: string }) {
  const { setup, timeZone } = props;
  const texts = useTexts();
  const { t } = texts;
  const classes = useTableStyles();
  const titles = sourceTitles(setup.sources, texts);
  return (
    <div
      className={classes.scroll}
      role="region"
      aria-label={t('setup.kinds')}
      // A region that scrolls must be reachable from the keyboard.
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
    >
      <table className={classes.table}>
        <caption>
          <VisuallyHidden>{t('setup.kinds')}</VisuallyHidden>
        </caption>
        <thead>
          <tr>
            <th scope="col">{t('setup.kind')}</th>
            <th scope="col">{t('setup.source')}</th>
            <th scope="col">{t('setup.latest')}</th>
            <th scope="col">{t('setup.next')}</th>
          </tr>
        </thead>
        <tbody>
          {setup.kinds.map(({ kind, source, next }) => {
            const latest = latestOf(setup, kind, source);
            return (
              <tr key={kind}>
                <th scope="row">{t(`facts.${kind}`)}</th>
                <td>{source ? titles.get(source) : '–'}</td>
                <td>
                  {latest === undefined ? (
                    t('setup.none')
                  ) : (
                    <TimeAgo at={latest} now={setup.at} timeZone={timeZone} />
                  )}
                </td>
                <td>
                  <StepWords step={setupStepView(next, { texts, titles })} />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

function latestOf(
  { sources }: EntitySetup,
  kind: FactKind,
  source: string | undefined,
): number | undefined {
  return sources
    .find(one => one.source === source)
    ?.facts.find(facts => facts.kind === kind)?.latestAt;
}
