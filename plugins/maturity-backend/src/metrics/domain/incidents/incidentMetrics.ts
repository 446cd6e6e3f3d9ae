import type { Metric } from '@devops-scorecards/plugin-maturity-node';
import { actionClosureRate } from './actionClosureRate';
import { alertPrecision } from './alertPrecision';
import { alertsAcknowledgedInTime } from './alertsAcknowledgedInTime';
import { alertsPerDay } from './alertsPerDay';
import { availability } from './availability';
import { burnRates } from './burnRates';
import { capacityIncidents } from './capacityIncidents';
import { changeCausedIncidentRate } from './changeCausedIncidentRate';
import { errorBudget } from './errorBudget';
import { escalationRate } from './escalationRate';
import { incidentCount } from './incidentCount';
import { monitoringDiscoveryRate } from './monitoringDiscoveryRate';
import { pagesPerShift } from './pagesPerShift';
import { recoveryComplianceRate } from './recoveryComplianceRate';
import { repeatIncidentRate } from './repeatIncidentRate';
import { reportableOutageDays } from './reportableOutageDays';
import { reviewedInTimeRate } from './reviewedInTimeRate';
import { timeToAcknowledge } from './timeToAcknowledge';
import { timeToDetect } from './timeToDetect';
import { timeToRestore } from './timeToRestore';

/** The metrics of incidents, alerts and availability, in the order in which pages list them. */
export const incidentMetrics: Metric[] = [
  monitoringDiscoveryRate,
  recoveryComplianceRate,
  timeToDetect,
  timeToAcknowledge,
  timeToRestore,
  incidentCount,
  changeCausedIncidentRate,
  reviewedInTimeRate,
  actionClosureRate,
  repeatIncidentRate,
  availability,
  errorBudget,
  ...burnRates,
  reportableOutageDays,
  alertPrecision,
  alertsAcknowledgedInTime,
  escalationRate,
  alertsPerDay,
  pagesPerShift,
  capacityIncidents,
];
