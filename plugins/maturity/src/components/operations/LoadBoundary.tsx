import type { ReactNode } from 'react';
import {
  Notice,
  Skeleton,
  StateBoundary,
  type LoadState,
} from '@devops-scorecards/plugin-maturity-react';
import { useOperationsTexts } from '../../translation';

/** Every state of a read of this page but its value. */
export function LoadBoundary<T>(props: {
  state: LoadState<T>;
  onRetry: () => void;
  /** Said while it loads. */
  loading: string;
  height?: number;
  children: (value: T) => ReactNode;
}) {
  const { state, onRetry, loading, height = 240, children } = props;
  const { t } = useOperationsTexts();
  if (state.status === 'failed') {
    return state.problem.kind === 'forbidden' ? (
      <Notice
        title={t('operations.forbiddenTitle')}
        text={t('operations.forbiddenText')}
      />
    ) : (
      <Notice
        urgent
        title={t('operations.failedTitle')}
        text={t('operations.failedText', { message: state.problem.message })}
        onRetry={onRetry}
      />
    );
  }
  return (
    <StateBoundary
      state={state}
      skeleton={<Skeleton height={height} />}
      onRetry={onRetry}
      loading={loading}
    >
      {children}
    </StateBoundary>
  );
}
