import { useCallback, useState } from 'react';
import Button from '@material-ui/core/Button';
import { useApi } from '@backstage/core-plugin-api';
import type {
  Alias,
  UnmappedName,
} from '@devops-scorecards/plugin-maturity-common';
import {
  DisclosureButton,
  formatDateTime,
  formatNumber,
  maturityApiRef,
  Panel,
  QuietButton,
  TimeAgo,
  useDescriptionStyles,
  useDisclosure,
  useLoad,
  useTableStyles,
  useTimeZone,
} from '@devops-scorecards/plugin-maturity-react';
import { useOperationsTexts } from '../../translation';
import { DataTable } from './DataTable';
import { LoadBoundary } from './LoadBoundary';
import { MapNameDialog } from './MapNameDialog';

/** Names on a page. */
const PAGE = 25;

/** Events of one name that are shown. */
const EVENTS = 10;

/** Names under which events wait, to be given to entities. */
export function WaitingNames(props: { onMapped: () => void }) {
  const { onMapped } = props;
  const api = useApi(maturityApiRef);
  const { t, texts } = useOperationsTexts();
  const classes = useDescriptionStyles();
  const [offset, setOffset] = useState(0);
  const [mapping, setMapping] = useState<Alias>();
  const load = useCallback(
    (signal: AbortSignal) =>
      api.getUnmappedNames({ limit: PAGE, offset, signal }),
    [api, offset],
  );
  const { state, reload } = useLoad({ load });
  const number = (value: number) => formatNumber({ value, texts });
  return (
    <Panel title={t('waiting.title')}>
      <LoadBoundary
        state={state}
        onRetry={() => reload()}
        loading={t('waiting.loading')}
      >
        {({ items, total }) =>
          total === 0 ? (
            <p className={classes.text}>{t('waiting.none')}</p>
          ) : (
            <>
              <p className={classes.text}>{t('waiting.intro')}</p>
              <DataTable
                label={t('waiting.title')}
                whole
                columns={[
                  t('waiting.name'),
                  t('waiting.events'),
                  t('waiting.sources'),
                  t('waiting.last'),
                  t('waiting.map'),
                ]}
              >
                {items.map(name => (
                  <NameRow
                    key={`${name.scheme} ${name.value}`}
                    name={name}
                    onMap={() => setMapping(name)}
                  />
                ))}
              </DataTable>
              <div className={classes.actions}>
                <span role="status">
                  {t('operations.page', {
                    from: number(Math.min(offset + 1, total)),
                    to: number(offset + items.length),
                    total: number(total),
                  })}
                </span>
                {offset > 0 && (
                  <QuietButton
                    onClick={() => setOffset(Math.max(0, offset - PAGE))}
                  >
                    {t('operations.previous')}
                  </QuietButton>
                )}
                {offset + items.length < total && (
                  <QuietButton onClick={() => setOffset(offset + PAGE)}>
                    {t('operations.next')}
                  </QuietButton>
                )}
              </div>
            </>
          )
        }
      </LoadBoundary>
      {mapping && (
        <MapNameDialog
          name={mapping}
          onMapped={() => {
            reload();
            onMapped();
          }}
          onClose={() => setMapping(undefined)}
        />
      )}
    </Panel>
  );
}

function NameRow(props: { name: UnmappedName; onMap: () => void }) {
  const { name, onMap } = props;
  const { scheme, value, events, sources, lastReceivedAt, entityRefs } = name;
  const { t, texts } = useOperationsTexts();
  const classes = useTableStyles();
  const timeZone = useTimeZone();
  const more = useDisclosure();
  return (
    <>
      <tr>
        <th scope="row">
          <DisclosureButton
            state={more}
            label={t('waiting.show', { name: value })}
          >
            <code>{value}</code>
          </DisclosureButton>{' '}
          <span className={classes.mark}>{scheme}</span>
          {entityRefs.length > 0 && (
            <div>
              {t('waiting.notAllowed', { entities: entityRefs.join(', ') })}
            </div>
          )}
        </th>
        <td>{formatNumber({ value: events, texts })}</td>
        <td>{sources.map(({ source }) => source).join(', ')}</td>
        <td>
          <TimeAgo at={lastReceivedAt} now={Date.now()} timeZone={timeZone} />
        </td>
        <td>
          <Button
            size="small"
            variant="outlined"
            aria-label={t('waiting.mapLabel', { name: value })}
            aria-haspopup="dialog"
            onClick={onMap}
          >
            {t('waiting.map')}
          </Button>
        </td>
      </tr>
      {more.open && (
        <tr>
          <td colSpan={5} id={more.regionId}>
            <NameEvents name={{ scheme, value }} timeZone={timeZone} />
          </td>
        </tr>
      )}
    </>
  );
}

function NameEvents(props: { name: Alias; timeZone: string }) {
  const { name, timeZone } = props;
  const { scheme, value } = name;
  const api = useApi(maturityApiRef);
  const { t, texts } = useOperationsTexts();
  const classes = useTableStyles();
  const load = useCallback(
    (signal: AbortSignal) =>
      api.getUnmappedEvents({ name: { scheme, value }, limit: EVENTS, signal }),
    [api, scheme, value],
  );
  const { state, reload } = useLoad({ load });
  return (
    <LoadBoundary
      state={state}
      onRetry={() => reload()}
      loading={t('waiting.loading')}
      height={80}
    >
      {events => (
        <DataTable
          label={t('waiting.eventsOf', { name: value })}
          columns={[
            t('waiting.occurred'),
            t('waiting.eventType'),
            t('waiting.eventId'),
            t('waiting.name'),
          ]}
        >
          {events.map(event => (
            <tr key={event.seq}>
              <td>
                {formatDateTime({ at: event.occurredAt, texts, timeZone })}
              </td>
              <td>{event.type}</td>
              <td>{event.id}</td>
              {/* It may wait under others, too. */}
              <td>
                {event.aliases.map(alias => (
                  <div key={`${alias.scheme} ${alias.value}`}>
                    <code>{alias.value}</code>{' '}
                    <span className={classes.mark}>{alias.scheme}</span>
                  </div>
                ))}
              </td>
            </tr>
          ))}
        </DataTable>
      )}
    </LoadBoundary>
  );
}
