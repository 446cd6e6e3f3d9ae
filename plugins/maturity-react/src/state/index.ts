export { problemOf, type LoadProblem, type LoadState } from './loadState';
export { useLoad, type UseLoadOptions } from './useLoad';
export { useScorecard, type UseScorecardOptions } from './useScorecard';
export * from './useEvidenceSource';
