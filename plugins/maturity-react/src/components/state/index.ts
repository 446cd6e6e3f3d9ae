export { Notice } from './Notice';
export { Skeleton } from './Skeleton';
export { StateBoundary, type StateBoundaryProps } from './StateBoundary';
