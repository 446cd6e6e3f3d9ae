import { useState } from 'react';
import { QuietButton } from '@devops-scorecards/plugin-maturity-react';
import { useStabilityTexts } from '../../translation';
import { ReportIncidentForm } from './ReportIncidentForm';

/** A button that opens the form to tell of an incident. */
export function ReportIncident(props: {
  entityRef: string;
  timeZone: string;
  onReported: () => void;
}) {
  const { entityRef, timeZone, onReported } = props;
  const { t } = useStabilityTexts();
  const [open, setOpen] = useState(false);
  return (
    <>
      <QuietButton onClick={() => setOpen(true)}>
        {t('report.open')}
      </QuietButton>
      {open && (
        <ReportIncidentForm
          entityRef={entityRef}
          timeZone={timeZone}
          onReported={() => {
            setOpen(false);
            onReported();
          }}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}
