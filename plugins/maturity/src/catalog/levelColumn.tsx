import type { Entity } from '@backstage/catalog-model';
import type { TableColumn } from '@backstage/core-components';
import type { CatalogTableRow } from '@backstage/plugin-catalog';
import {
  LevelSign,
  levelWord,
  useTexts,
} from '@devops-scorecards/plugin-maturity-react';
import { makeStyles } from '@material-ui/core/styles';
import { compareLevels, levelOfEntity } from './levelOfEntity';

const useStyles = makeStyles(theme => ({
  level: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: theme.spacing(0.75),
    whiteSpace: 'nowrap',
  },
}));

/**
 * A column of the catalog table with the level of the entity's primary model.
 *
 * @remarks
 * A click on its title sorts the rows of the shown page.
 *
 * @public
 */
export function createMaturityLevelColumn(): TableColumn<CatalogTableRow> {
  return {
    title: <LevelColumnTitle />,
    field: 'entity.metadata.labels',
    sorting: true,
    searchable: false,
    customSort: (a, b) => compareLevels(a.entity, b.entity),
    render: ({ entity }) => <LevelOfEntity entity={entity} />,
    width: '170px',
    // Chinese breaks between any two signs, also in a narrow column's title.
    headerStyle: { whiteSpace: 'nowrap' },
    cellStyle: { whiteSpace: 'nowrap' },
  };
}

/**
 * The columns of a catalog table with the level beside the name: the last
 * column of a wide table is out of sight. Names keep enough room to be read,
 * since links break within words where they are squeezed.
 *
 * @public
 */
export function withMaturityLevelColumn(
  columns: TableColumn<CatalogTableRow>[],
): TableColumn<CatalogTableRow>[] {
  const name = columns.findIndex(column => column.highlight && !column.hidden);
  return [
    ...columns.slice(0, name + 1).map(withRoom),
    createMaturityLevelColumn(),
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
        cellStyle: { minWidth: highlight ? 180 : 150, ...cellStyle },
      }
    : column;
}

function LevelColumnTitle() {
  return <>{useTexts().t('catalog.column')}</>;
}

function LevelOfEntity(props: { entity: Entity }) {
  const texts = useTexts();
  const classes = useStyles();
  const level = levelOfEntity(props.entity);
  if (level === undefined) {
    return <>–</>;
  }
  const known = level === 'none' ? undefined : level;
  return (
    <span className={classes.level}>
      <LevelSign level={known} size={22} />
      {levelWord(known, texts)}
    </span>
  );
}
