/** Header, pillars, processes, settings, card and what is measured beside. */
export const pageMessages = {
  page: {
    title: 'Stability',
    open: 'Open the stability page',
    notFoundTitle: 'No stability model applies here',
    notFoundText:
      'Stability is assessed for services and websites. Name a model with the annotation {{annotation}}, or look again in a moment if the catalog learned of this entity only now.',
    emptyTitle: 'No faults, alerts or deployments are connected',
    emptyText:
      'Connect a source of incidents first: availability, discovery and recovery come from it. What asks for an attestation can be attested below.',
    loading: 'Loading the stability of this service',
    measurementsLoading: 'Loading what is measured',
  },
  pillar: {
    title: 'Three pillars',
    process: 'Process',
    processText: 'The lowest of the ten processes below.',
    besides:
      'The stability level of the service is that of its processes. Organisation and institution stand beside it, without being part of it.',
    show: 'Criteria',
    showOf: 'Criteria of {{title}}',
  },
  process: {
    title: 'The ten processes',
    titleOther: 'The parts of this model',
    intro:
      'The level of the service is the lowest of the processes that have a level; processes without one do not count yet and are never shown as level 1.',
    expandAll: 'Open all',
    collapseAll: 'Close all',
    attested: '{{done}} of {{total}} attested',
    measured: 'Measured',
    byAttestation: 'Attested',
    attestable: 'To attest',
    notConnected: 'Not connected',
    waiting: 'Too little data',
    notApplicable: 'Not applicable',
    doConnect: 'Connect a source of {{kinds}}.',
    doAttest_one: '{{count}} criterion waits for an attestation.',
    doAttest_other: '{{count}} criteria wait for an attestation.',
    doMeet: 'Next: {{title}}',
    doProve: 'Still open: {{title}}',
    doWait: 'Waits for more data: {{title}}',
    doNothing: 'Everything it asks for is met.',
    doNotAsked: 'Nothing is asked of this service.',
  },
  changes: {
    title: 'Changes and releases',
    text: 'Measured from deployments, rollbacks and pipeline runs.',
    none: 'Connect a pipeline to see how stable changes to this service are.',
  },
  alerting: {
    title: 'Alerting',
    text: 'Whether alerts deserve to be looked at, whether somebody does, and how many there are.',
    none: 'Connect a source of alerts to see whether they deserve to be looked at and whether somebody does.',
  },
  recovery: {
    title: 'Recovery and what is learned from faults',
    text: 'How faults end, and what is done afterwards.',
    none: 'Connect a source of incidents to see how faults end and what is learned from them.',
  },
  card: {
    openIncidents: 'Open incidents',
    none: 'none open',
    count_one: '{{count}} open',
    count_other: '{{count}} open',
    oldest: 'the oldest for {{age}}',
    notConnected: 'not connected',
  },
} as const;
