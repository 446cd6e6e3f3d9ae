import { lazy, Suspense, useCallback, useState } from 'react';
import Button from '@material-ui/core/Button';
import { useApi } from '@backstage/core-plugin-api';
import type {
  FactRecord,
  FactReference,
} from '@devops-scorecards/plugin-maturity-common';
import { maturityApiRef } from '../../api';
import { useTexts } from '../../language';
import { useLoad } from '../../state';
import { storedFact, toFactView, toFieldViews } from '../../views';
import { correctionTitle } from '../decisions/correctionDraft';
import { useDescriptionStyles } from '../page/useDescriptionStyles';
import { Skeleton, StateBoundary } from '../state';
import { FactEventItem } from './FactEventItem';

const CorrectionForm = lazy(() =>
  import('../decisions/CorrectionForm').then(m => ({
    default: m.CorrectionForm,
  })),
);

/** Options of {@link FactEvents}. @public */
export interface FactEventsProps {
  entityRef: string;
  fact: FactReference;
  timeZone: string;
  /** Told when a correction may have moved a number. */
  onChanged?: () => void;
}

/**
 * A fact with all that is known of it and the events it was folded from, each
 * down to what came over the wire. It can be corrected here, or left out.
 *
 * @public
 */
export function FactEvents(props: FactEventsProps) {
  const { entityRef, fact, timeZone, onChanged } = props;
  const { kind, source, key } = storedFact(fact);
  const api = useApi(maturityApiRef);
  const { t } = useTexts();
  const classes = useDescriptionStyles();
  const load = useCallback(
    async (signal: AbortSignal) => {
      const found = await api.getFacts({
        entityRef,
        kind,
        keys: [key],
        signal,
      });
      // Sources may know different things by the same key.
      return found.find(one => one.key === key && one.source === source);
    },
    [api, entityRef, kind, source, key],
  );
  const { state, reload } = useLoad({ load });
  const retry = () => {
    reload();
  };
  return (
    <StateBoundary
      state={state}
      skeleton={<Skeleton height={320} />}
      onRetry={retry}
      loading={t('factView.loading')}
    >
      {record =>
        record ? (
          <FactBody
            entityRef={entityRef}
            record={record}
            timeZone={timeZone}
            onCorrected={() => {
              reload();
              onChanged?.();
            }}
          />
        ) : (
          <p className={classes.text}>{t('factView.gone')}</p>
        )
      }
    </StateBoundary>
  );
}

function FactBody(props: {
  entityRef: string;
  record: FactRecord;
  timeZone: string;
  onCorrected: () => void;
}) {
  const { entityRef, record, timeZone, onCorrected } = props;
  const texts = useTexts();
  const { t } = texts;
  const classes = useDescriptionStyles();
  const [correcting, setCorrecting] = useState(false);
  const { kind, fields } = record;
  const view = toFactView(record);
  const marks = [
    t(`facts.${view.state}`),
    view.notCounted && t(`facts.${view.notCounted}`),
    view.corrected && t('facts.corrected'),
    view.generated && t('generated.mark'),
  ].filter(Boolean);
  return (
    <>
      <h3 className={classes.heading}>
        {t('factView.title', { kind: t(`fact.${kind}`), what: view.what })}
      </h3>
      <p className={classes.hint}>{marks.join(' · ')}</p>
      <dl className={classes.list} aria-label={t('factView.fields')}>
        <dt>{t('factView.key')}</dt>
        <dd>{record.key}</dd>
        <dt>{t('factView.source')}</dt>
        <dd>{record.source}</dd>
        {toFieldViews({ kind, fields, texts, timeZone }).map(field => (
          <FieldLine key={field.name} {...field} />
        ))}
      </dl>
      {!correcting && (
        <Button
          size="small"
          variant="outlined"
          onClick={() => setCorrecting(true)}
        >
          {t(correctionTitle(record))}
        </Button>
      )}
      {correcting && (
        <Suspense fallback={<Skeleton height={240} />}>
          <CorrectionForm
            entityRef={entityRef}
            record={record}
            timeZone={timeZone}
            onDone={onCorrected}
            onCancel={() => setCorrecting(false)}
          />
        </Suspense>
      )}
      <h3 className={classes.heading}>{t('event.title')}</h3>
      <p className={classes.hint}>
        {record.events.length > 0 ? t('event.about') : t('event.none')}
      </p>
      <ul className={classes.plainList}>
        {record.events.map(event => (
          <FactEventItem
            key={event.seq}
            entityRef={entityRef}
            event={event}
            timeZone={timeZone}
          />
        ))}
      </ul>
    </>
  );
}

function FieldLine(props: { title: string; value: string; url?: string }) {
  const classes = useDescriptionStyles();
  const { t } = useTexts();
  return (
    <>
      <dt>{props.title}</dt>
      <dd>
        {props.url ? (
          <a
            className={classes.link}
            href={props.url}
            target="_blank"
            rel="noopener noreferrer"
            aria-label={t('factView.open')}
          >
            {props.value}
          </a>
        ) : (
          props.value
        )}
      </dd>
    </>
  );
}
