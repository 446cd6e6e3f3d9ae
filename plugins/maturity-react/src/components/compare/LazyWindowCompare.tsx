import { lazy, Suspense } from 'react';
import { Skeleton } from '../state';
import type { WindowCompareProps } from './WindowCompare';

const WindowCompare = lazy(() =>
  import('./WindowCompare').then(m => ({ default: m.WindowCompare })),
);

/** The same metrics over two windows; comes when it is asked for. @public */
export function LazyWindowCompare(props: WindowCompareProps) {
  return (
    <Suspense fallback={<Skeleton height={160 + props.metrics.length * 44} />}>
      <WindowCompare {...props} />
    </Suspense>
  );
}
