import type {
  EntitySetup,
  SetupAnnotation,
} from '@devops-scorecards/plugin-maturity-common';
import { useTexts } from '../../language';
import {
  annotationSnippet,
  annotationsThatMatter,
  sourceTitles,
} from '../../views';
import {
  CopyBlock,
  DisclosureButton,
  useDisclosure,
  useTableStyles,
  VisuallyHidden,
} from '../page';
import { useDescriptionStyles } from '../page/useDescriptionStyles';

/** The names of an entity: what annotations say, what operators gave, what to add. */
export function SetupNames(props: { setup: EntitySetup }) {
  const { setup } = props;
  const { t } = useTexts();
  const words = useDescriptionStyles();
  const all = useDisclosure();
  const snippet = annotationSnippet(setup);
  const given = setup.names.filter(({ origin }) => origin === 'operator');
  const shown = annotationsThatMatter(setup);
  return (
    <>
      <p className={words.text}>{t('setup.namesIntro')}</p>
      {shown.length > 0 && (
        <AnnotationTable
          setup={setup}
          annotations={shown}
          label={t('setup.names')}
        />
      )}
      {given.length > 0 && (
        <>
          <p className={words.text}>{t('setup.given')}</p>
          <ul>
            {given.map(({ scheme, value }) => (
              <li key={`${scheme} ${value}`}>
                <code>{`${scheme}: ${value}`}</code>
              </li>
            ))}
          </ul>
        </>
      )}
      {snippet && (
        <>
          <p className={words.text}>
            {t('setup.snippet')} {t('setup.snippetHint')}
          </p>
          <CopyBlock text={snippet} label={t('setup.snippet')} />
        </>
      )}
      <DisclosureButton state={all}>
        {t('setup.others', { n: String(setup.annotations.length) })}
      </DisclosureButton>
      {all.open && (
        <div id={all.regionId}>
          <AnnotationTable
            setup={setup}
            annotations={setup.annotations}
            label={t('setup.others', { n: String(setup.annotations.length) })}
          />
        </div>
      )}
    </>
  );
}

function AnnotationTable(props: {
  setup: EntitySetup;
  annotations: SetupAnnotation[];
  label: string;
}) {
  const { setup, annotations, label } = props;
  const texts = useTexts();
  const { t } = texts;
  const classes = useTableStyles();
  const titles = sourceTitles(setup.sources, texts);
  return (
    <div
      className={classes.scroll}
      role="region"
      aria-label={label}
      // A region that scrolls must be reachable from the keyboard.
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
    >
      <table className={classes.table}>
        <caption>
          <VisuallyHidden>{label}</VisuallyHidden>
        </caption>
        <thead>
          <tr>
            <th scope="col">{t('setup.annotation')}</th>
            <th scope="col">{t('setup.value')}</th>
            <th scope="col">{t('setup.usedBy')}</th>
          </tr>
        </thead>
        <tbody>
          {annotations.map(({ annotation, value, names, sources }) => (
            <tr key={annotation}>
              <th scope="row">
                <code>{annotation}</code>
              </th>
              <td>
                {value === undefined ? t('setup.notSet') : <code>{value}</code>}
                {value !== undefined && names.length === 0 && (
                  <div className={classes.mark}>{t('setup.unreadable')}</div>
                )}
              </td>
              <td>
                {sources.map(source => titles.get(source)).join(', ') || '–'}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
