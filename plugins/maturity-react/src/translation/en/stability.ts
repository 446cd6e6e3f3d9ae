/** The stability scorecard. */
export const stabilityMessages = {
  stability: {
    title: 'Stability',
    changes: 'Changes and releases',
    changesText:
      'Measured from the deployments and pipeline runs of the last 90 days.',
    notConnected: 'What this version cannot measure yet',
    notConnectedText:
      'These processes need incident, monitoring or capacity data, which this version does not connect. They have no number here rather than an invented one.',
    open: 'Open the stability page',
    noneTitle: 'No deployments or runs are connected',
    noneText:
      'Connect a pipeline to see how stable changes to this service are.',
    needs: 'Needs {{need}}',
    process: {
      monitoring: 'Monitoring and discovery of faults',
      emergency: 'Emergency response and recovery',
      incident: 'Incident and problem management',
      capacity: 'Capacity and performance',
      continuity: 'Continuity and drills',
      availability: 'Availability against trading sessions',
    },
    need: {
      alerts: 'alerts with their detector',
      incidents: 'incidents with start, detection and restore times',
      problems: 'incidents, causes and open actions',
      capacity: 'capacity and load measurements',
      drills: 'records of drills and their results',
      sessions: 'a session calendar and incident intervals',
    },
  },
} as const;
