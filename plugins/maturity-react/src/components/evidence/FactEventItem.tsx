import { useCallback } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import { useApi } from '@backstage/core-plugin-api';
import type {
  EventRecord,
  FactRecord,
} from '@devops-scorecards/plugin-maturity-common';
import { maturityApiRef } from '../../api';
import { formatDateTime } from '../../format';
import { useTexts } from '../../language';
import { useLoad } from '../../state';
import { paletteFor } from '../../theme';
import { DisclosureButton, useDisclosure } from '../page';
import { useDescriptionStyles } from '../page/useDescriptionStyles';
import { Skeleton, StateBoundary } from '../state';

const useStyles = makeStyles(theme => ({
  item: {
    padding: theme.spacing(0.5, 0),
    borderTop: `1px solid ${paletteFor(theme.palette.type).line}`,
    fontSize: '0.8125rem',
  },
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'baseline',
    columnGap: theme.spacing(1.5),
  },
  type: { overflowWrap: 'anywhere' },
}));

/** One event behind a fact, which opens to what came over the wire. */
export function FactEventItem(props: {
  entityRef: string;
  event: FactRecord['events'][number];
  timeZone: string;
}) {
  const { entityRef, event, timeZone } = props;
  const texts = useTexts();
  const { t } = texts;
  const classes = useStyles();
  const disclosure = useDisclosure();
  return (
    <li className={classes.item}>
      <div className={classes.line}>
        <DisclosureButton
          state={disclosure}
          label={t('event.show', { id: `${event.id}, ${event.type}` })}
        >
          <span className={classes.type}>{event.type}</span>
        </DisclosureButton>
        <span>{formatDateTime({ at: event.occurredAt, texts, timeZone })}</span>
      </div>
      {disclosure.open && (
        <div id={disclosure.regionId}>
          <EventEnvelope
            entityRef={entityRef}
            seq={event.seq}
            timeZone={timeZone}
          />
        </div>
      )}
    </li>
  );
}

function EventEnvelope(props: {
  entityRef: string;
  seq: number;
  timeZone: string;
}) {
  const { entityRef, seq, timeZone } = props;
  const api = useApi(maturityApiRef);
  const { t } = useTexts();
  const load = useCallback(
    (signal: AbortSignal) => api.getEvent({ entityRef, seq, signal }),
    [api, entityRef, seq],
  );
  const { state, reload } = useLoad({ load });
  return (
    <StateBoundary
      state={state}
      skeleton={<Skeleton height={160} />}
      onRetry={() => {
        reload();
      }}
      loading={t('event.loading')}
    >
      {event => <EventBody event={event} timeZone={timeZone} />}
    </StateBoundary>
  );
}

function EventBody(props: { event: EventRecord; timeZone: string }) {
  const { event, timeZone } = props;
  const texts = useTexts();
  const { t } = texts;
  const classes = useDescriptionStyles();
  const time = (at: number) =>
    formatDateTime({ at, texts, timeZone, seconds: true });
  const lines = [
    ['id', 'ID', event.id],
    ['occurred', t('event.occurred'), time(event.occurredAt)],
    ['received', t('event.received'), time(event.receivedAt)],
    ['source', t('event.source'), event.source],
    ['origin', t('event.origin'), event.eventSource],
    ['subject', t('event.subject'), event.subject],
    [
      'about',
      t('event.alsoAbout'),
      event.facts
        .map(({ kind, key }) => `${t(`fact.${kind}`)} ${key}`)
        .join(', '),
    ],
  ].filter(([, , value]) => value);
  return (
    <>
      <dl className={classes.list}>
        {lines.map(([name, title, value]) => (
          <EventLine key={name} title={title ?? ''} value={value ?? ''} />
        ))}
      </dl>
      <p className={classes.hint}>{t('event.envelope')}</p>
      <pre
        className={classes.code}
        role="region"
        aria-label={`${t('event.envelope')}: ${event.id}`}
        // A region that scrolls must be reachable from the keyboard.
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
      >
        {JSON.stringify(event.envelope, undefined, 2)}
      </pre>
    </>
  );
}

function EventLine(props: { title: string; value: string }) {
  return (
    <>
      <dt>{props.title}</dt>
      <dd>{props.value}</dd>
    </>
  );
}
