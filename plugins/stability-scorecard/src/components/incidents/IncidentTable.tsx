import {
  paletteFor,
  QuietButton,
  useScorecardDialogs,
  VisuallyHidden,
} from '@devops-scorecards/plugin-maturity-react';
import { makeStyles } from '@material-ui/core/styles';
import { useStabilityTexts } from '../../translation';
import type { IncidentView } from '../../views/incidentView';
import { IncidentSteps } from '../report/IncidentSteps';
import { DeploymentLink } from './DeploymentLink';
import { DetectorWord } from './DetectorWord';
import { SeverityWord } from './SeverityWord';

const useStyles = makeStyles(theme => {
  const palette = paletteFor(theme.palette.type);
  return {
    // What is only heard must scroll along, or it widens the page.
    scroll: { overflow: 'auto', maxHeight: 640, position: 'relative' },
    table: {
      width: '100%',
      borderCollapse: 'collapse',
      fontSize: '0.8125rem',
      fontVariantNumeric: 'tabular-nums',
      '& th, & td': {
        textAlign: 'left',
        padding: theme.spacing(0.5, 1.5, 0.5, 0),
        borderBottom: `1px solid ${palette.line}`,
        verticalAlign: 'top',
        color: theme.palette.text.primary,
      },
      '& thead th': {
        color: palette.muted,
        fontWeight: 500,
        whiteSpace: 'nowrap',
      },
    },
    name: { fontWeight: 400, minWidth: 220 },
    // As high as the name, which is a button.
    line: { display: 'flex', alignItems: 'center', minHeight: 28 },
    number: { whiteSpace: 'nowrap' },
    open: { fontWeight: 600, color: palette.verdict.fail },
    notes: {
      display: 'flex',
      flexWrap: 'wrap',
      columnGap: theme.spacing(1.5),
      listStyle: 'none',
      margin: 0,
      padding: 0,
      fontSize: '0.75rem',
      color: palette.muted,
    },
  };
});

/** Incidents in the order given; a name opens all that is known of it. */
export function IncidentTable(props: {
  entityRef: string;
  incidents: IncidentView[];
  /** Absent on a page of the past, where nothing goes on. */
  onChanged?: () => void;
}) {
  const { entityRef, incidents, onChanged } = props;
  const { t } = useStabilityTexts();
  const classes = useStyles();
  return (
    <div
      className={classes.scroll}
      role="region"
      aria-label={t('incidents.table')}
      // A region that scrolls must be reachable from the keyboard.
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
    >
      <table className={classes.table}>
        <caption>
          <VisuallyHidden>{t('incidents.intro')}</VisuallyHidden>
        </caption>
        <thead>
          <tr>
            <th scope="col">{t('incidents.severity')}</th>
            <th scope="col">{t('incidents.what')}</th>
            <th scope="col">{t('incidents.started')}</th>
            <th scope="col">{t('incidents.detectedBy')}</th>
            <th scope="col">{t('incidents.detect')}</th>
            <th scope="col">{t('incidents.acknowledge')}</th>
            <th scope="col">{t('incidents.restore')}</th>
            <th scope="col">{t('incidents.cause')}</th>
          </tr>
        </thead>
        <tbody>
          {incidents.map(incident => (
            <tr key={incident.id}>
              <td>
                <div className={classes.line}>
                  <SeverityWord severity={incident.severity} />
                </div>
              </td>
              <th scope="row" className={classes.name}>
                <IncidentName incident={incident} />
                {incident.notes.length > 0 && (
                  <ul
                    className={classes.notes}
                    aria-label={t('incidents.notes')}
                  >
                    {incident.notes.map(note => (
                      <li key={note}>{note}</li>
                    ))}
                  </ul>
                )}
                {incident.manual && onChanged && (
                  <IncidentSteps
                    entityRef={entityRef}
                    incident={incident}
                    onChanged={onChanged}
                  />
                )}
              </th>
              <td className={classes.number}>
                <div className={classes.line}>{incident.started}</div>
              </td>
              <td>
                <div className={classes.line}>
                  <DetectorWord detector={incident.detector} />
                </div>
              </td>
              <td className={classes.number}>
                <div className={classes.line}>{incident.detect ?? '–'}</div>
              </td>
              <td className={classes.number}>
                <div className={classes.line}>
                  {incident.acknowledge ?? '–'}
                </div>
              </td>
              <td className={classes.number}>
                <div className={classes.line}>
                  {incident.open ? (
                    <span className={classes.open}>
                      {incident.age ?? t('incidents.open')}
                    </span>
                  ) : (
                    incident.restore ?? '–'
                  )}
                </div>
              </td>
              <td>
                <div className={classes.line}>
                  {incident.cause ?? t('incidents.unknown')}
                </div>
                {incident.deployment && (
                  <DeploymentLink
                    entityRef={entityRef}
                    deployment={incident.deployment}
                  />
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function IncidentName(props: { incident: IncidentView }) {
  const { title, fact } = props.incident;
  const { t } = useStabilityTexts();
  const dialogs = useScorecardDialogs();
  return dialogs ? (
    <QuietButton
      label={t('incidents.show', { title })}
      onClick={() => dialogs.showFact(fact)}
    >
      {title}
    </QuietButton>
  ) : (
    <>{title}</>
  );
}
