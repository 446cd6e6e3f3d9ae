import type { ReactNode } from 'react';
import { MATURITY_MODEL_ANNOTATION } from '@devops-scorecards/plugin-maturity-common';
import { useTexts } from '../../language';
import type { LoadState } from '../../state';
import { VisuallyHidden } from '../page';
import { Notice } from './Notice';

/** Options of {@link StateBoundary}. @public */
export interface StateBoundaryProps<T> {
  state: LoadState<T>;
  /** Holds the place, in the size of what will come. */
  skeleton: ReactNode;
  onRetry: () => void;
  /** Said while it loads, where it is no scorecard. */
  loading?: string;
  children: (value: T) => ReactNode;
}

/**
 * Every state of a read but its value: loading, refused, absent, failed.
 *
 * @public
 */
export function StateBoundary<T>(props: StateBoundaryProps<T>) {
  const { state, skeleton, onRetry, children } = props;
  const { t } = useTexts();
  if (state.status === 'loading') {
    return (
      <div role="status" aria-busy="true">
        <VisuallyHidden>{props.loading ?? t('state.loading')}</VisuallyHidden>
        {skeleton}
      </div>
    );
  }
  if (state.status === 'ready') {
    return <>{children(state.value)}</>;
  }
  switch (state.problem.kind) {
    case 'forbidden':
      return (
        <Notice
          title={t('state.forbiddenTitle')}
          text={t('state.forbiddenText')}
        />
      );
    case 'not-found':
      return (
        <Notice
          title={t('state.notFoundTitle')}
          text={t('state.notFoundText', {
            annotation: MATURITY_MODEL_ANNOTATION,
          })}
          onRetry={onRetry}
        />
      );
    default:
      return (
        <Notice
          urgent
          title={t('state.errorTitle')}
          text={t('state.errorText', { message: state.problem.message })}
          onRetry={onRetry}
        />
      );
  }
}
