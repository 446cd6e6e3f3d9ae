import type { Entity } from '@backstage/catalog-model';
import type { TableColumn } from '@backstage/core-components';
import type { CatalogTableRow } from '@backstage/plugin-catalog';
import type { EntityListContextProps } from '@backstage/plugin-catalog-react';
import type { ScorecardKind } from '@devops-scorecards/plugin-maturity-common';
import {
  LevelSign,
  levelWord,
  useTexts,
} from '@devops-scorecards/plugin-maturity-react';
import { makeStyles } from '@material-ui/core/styles';
import { LevelColumnTitle } from './LevelColumnTitle';
import { compareLevels, levelOfEntity, SCORECARDS } from './levelOfEntity';

const useStyles = makeStyles(theme => ({
  level: {
    position: 'relative',
    display: 'inline-flex',
    alignItems: 'center',
    gap: theme.spacing(0.75),
    whiteSpace: 'nowrap',
  },
  // The columns of a catalog table need all the width there is: on most screens
  // the word is said and shown as a tip, and stands there where there is room.
  word: {
    '@media (max-width: 1699.95px)': {
      position: 'absolute',
      width: 1,
      height: 1,
      overflow: 'hidden',
      clip: 'rect(0 0 0 0)',
    },
  },
}));

/** Room between columns whose cells are but a sign. */
const NARROW = { paddingLeft: 8, paddingRight: 8 };

/** Options of {@link createLevelColumn}. @public */
export interface LevelColumnOptions {
  scorecard: ScorecardKind;
  /**
   * How the list is handed out, from the context that a table's columns are
   * made in. With `none` the table holds every row and sorts them itself, else
   * the server sorts.
   */
  paginationMode?: EntityListContextProps['paginationMode'];
}

/**
 * A column of the catalog table with the level of the entity's primary model
 * of a scorecard. A click on its title sorts the whole list.
 *
 * @public
 */
export function createLevelColumn(
  options: LevelColumnOptions,
): TableColumn<CatalogTableRow> {
  const { scorecard, paginationMode = 'none' } = options;
  const plain = paginationMode === 'none';
  return {
    title: <LevelColumnTitle scorecard={scorecard} plain={plain} />,
    field: `entity.metadata.labels.${scorecard}`,
    sorting: plain,
    searchable: false,
    customSort: (a, b) => compareLevels(a.entity, b.entity, scorecard),
    render: ({ entity }) => (
      <LevelOfEntity entity={entity} scorecard={scorecard} />
    ),
    width: '96px',
    // Chinese breaks between any two signs, also in a narrow column's title.
    headerStyle: { ...NARROW, whiteSpace: 'nowrap' },
    cellStyle: { ...NARROW, whiteSpace: 'nowrap' },
  };
}

/**
 * The columns of a catalog table with the levels beside the name: the last
 * column of a wide table is out of sight. Names keep enough room to be read,
 * since links break within words where they are squeezed.
 *
 * @public
 */
export function withLevelColumns(
  columns: TableColumn<CatalogTableRow>[],
  options: Omit<LevelColumnOptions, 'scorecard'> = {},
): TableColumn<CatalogTableRow>[] {
  const name = columns.findIndex(column => column.highlight && !column.hidden);
  return [
    ...columns.slice(0, name + 1).map(withRoom),
    ...SCORECARDS.map(scorecard =>
      createLevelColumn({ ...options, scorecard }),
    ),
    ...columns.slice(name + 1).map(withRoom),
  ];
}

function withRoom(
  column: TableColumn<CatalogTableRow>,
): TableColumn<CatalogTableRow> {
  const { cellStyle, field, highlight } = column;
  const isLink = highlight || /Relations?Title$/.test(String(field));
  return isLink && typeof cellStyle !== 'function'
    ? {
        ...column,
        cellStyle: { minWidth: highlight ? 170 : 150, ...cellStyle },
      }
    : column;
}

function LevelOfEntity(props: { entity: Entity; scorecard: ScorecardKind }) {
  const texts = useTexts();
  const classes = useStyles();
  const level = levelOfEntity(props.entity, props.scorecard);
  if (level === undefined) {
    return <>–</>;
  }
  const known = level === 'none' ? undefined : level;
  const word = levelWord(known, texts);
  return (
    <span className={classes.level} title={word}>
      <LevelSign level={known} size={22} />
      <span className={classes.word}>{word}</span>
    </span>
  );
}
