import { useEffect, useRef } from 'react';
import Button from '@material-ui/core/Button';
import {
  useDescriptionStyles,
  useTexts,
} from '@devops-scorecards/plugin-maturity-react';
import { ImportProgress } from './ImportProgress';
import type { FileImport, FileImportPhase } from './useFileImport';

/** The file that this page sends: how far, what went wrong, what can be done. */
export function FileImportProgress(props: { fileImport: FileImport }) {
  const { state, pause, goOn, stop } = props.fileImport;
  const { phase, name, total, status, problem } = state;
  const { t } = useTexts();
  const classes = useDescriptionStyles();
  const section = useRef<HTMLDivElement>(null);
  const shown = useRef(phase);
  useEffect(() => {
    if (shown.current !== phase) {
      shown.current = phase;
      keepFocus(section.current);
    }
  }, [phase]);
  if (phase === 'idle') {
    return null;
  }
  const isPausable = phase === 'sending';
  const isWaiting = isResumable(state);
  return (
    <div
      ref={section}
      tabIndex={-1}
      role="group"
      aria-label={t('imports.progress', { name })}
      className={classes.wash}
    >
      <div role="status">
        {t(`imports.phase.${wordOf(phase, status?.state)}`, { name })}
      </div>
      {status && <ImportProgress status={status} total={total} />}
      {problem && (
        <p role="alert" className={classes.alert}>
          {t(`imports.problem.${problem.kind}`, { message: problem.message })}
        </p>
      )}
      <div className={classes.actions}>
        {/* One button, so that the focus stays while its word changes. */}
        {(isPausable || isWaiting) && (
          <Button
            size="small"
            variant="outlined"
            onClick={isPausable ? pause : goOn}
          >
            {isPausable ? t('imports.pause') : t('imports.goOn')}
          </Button>
        )}
        {(isPausable || isWaiting || phase === 'reading') && (
          <Button size="small" variant="outlined" onClick={stop}>
            {t('imports.stop')}
          </Button>
        )}
      </div>
    </div>
  );
}

/** Whether the file can be sent on. */
export function isResumable({ phase, problem }: FileImport['state']): boolean {
  return phase === 'paused' || (phase === 'failed' && problem?.kind !== 'gone');
}

function wordOf(
  phase: Exclude<FileImportPhase, 'idle'>,
  state: 'open' | 'complete' | 'aborted' | undefined,
) {
  if (phase !== 'ended') {
    return phase;
  }
  return state === 'complete' ? 'complete' : 'aborted';
}

/** The button that was pressed is gone or asleep: whoever uses keys stays near. */
function keepFocus(section: HTMLElement | null): void {
  const focused = document.activeElement;
  const isLost =
    !focused ||
    focused === document.body ||
    (focused instanceof HTMLButtonElement && focused.disabled);
  if (section && isLost) {
    section.focus({ preventScroll: true });
  }
}
