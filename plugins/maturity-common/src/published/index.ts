export * from './types';
export * from './readPublishedAssessment';
