export * from './PublishedPlan';
export * from './publishedPlans';
export * from './generatePublishedCase';
