export * from './incidentsOf';
export * from './incidentTimes';
export * from './incidentMetrics';
export * from './linkDeployment';
export * from './downtimeOf';
export * from './describeIncidents';
