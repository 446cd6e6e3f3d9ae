/** What connects a service to its producers. */
export const setupMessages = {
  setup: {
    open: 'Set-up',
    openLabel: 'Set-up: where the data comes from',
    connect: 'Open the set-up',
    title: 'Where the data of this service comes from',
    intro:
      'Scorecards are computed from what tools report. Here is what arrives, what does not, and the next step for each.',
    loading: 'Loading the set-up',
    forbiddenTitle: 'You may not see the set-up',
    forbiddenText:
      'Your account lacks the permission maturity.scorecard.read for this entity.',
    failedTitle: 'The set-up could not be loaded',
    failedText: 'The answer was: {{message}}',
    kinds: 'What arrives',
    kind: 'Kind of fact',
    source: 'Source that counts',
    latest: 'Latest',
    next: 'Next step',
    none: 'nothing yet',
    sources: 'Sources',
    noSources:
      'No source is configured in this portal yet. Whoever runs it adds the first under maturity.sources.',
    sourceTitle: '{{title}} ({{name}})',
    manual: 'Told by people',
    cloudEvents: 'CloudEvents',
    details: 'Details',
    knows: 'Names by which it can know this service',
    knowsNone: 'none',
    tells: 'What it told',
    count: '{{n}}, the latest',
    since: 'connected since {{time}}',
    counts: 'counts',
    aside: 'does not count, another source does',
    webhook: 'Path of its webhook, below the address of the backend',
    pulledTitle: 'How it delivers',
    pulled: 'It is asked from time to time, nothing has to be sent.',
    lastSeen: 'Last heard of',
    never: 'never',
    step: {
      none: 'Nothing to do, it arrives.',
      'no-source':
        'No source of this portal tells of it. Ask whoever runs the portal to connect one.',
      'fix-source':
        '{{source}} cannot deliver as it is configured. Ask whoever runs the portal.',
      'allow-entity':
        '{{source}} may not speak for this service. Ask whoever runs the portal to list it in {{setting}}.',
      'set-annotation':
        '{{source}} knows this service by no name. Set the annotation {{annotation}}, for example to {{example}}.',
      'first-event':
        'All is set for {{source}}: it arrives with the first event.',
      stale:
        '{{source}} has fallen silent. Look whether it still runs and still sends.',
      ended:
        '{{source}} has told that it delivers no longer. Connect another source.',
      'not-counted':
        '{{source}} arrives and is shown, but another source is the one that counts. Name it in the annotation {{annotation}} to change that.',
      'not-of-record':
        'It arrives, but the annotation {{annotation}} names {{source}}, which has told nothing of it. Connect {{source}}, or change the annotation.',
    },
    because: 'It says: {{message}}',
    names: 'Names and annotations',
    namesIntro:
      'Producers know a service by names of their own. Annotations in its catalog-info.yaml say them.',
    annotation: 'Annotation',
    value: 'Value',
    usedBy: 'Read by',
    notSet: 'not set',
    unreadable: 'no name can be read from it',
    others: 'All annotations ({{n}})',
    given: 'Names that operators gave',
    snippet: 'For the catalog-info.yaml of this service',
    snippetHint: 'Replace the values by your own.',
    copy: 'Copy',
    copied: 'Copied.',
    notCopied: 'The browser did not let it be copied. Select the text instead.',
    test: 'Test',
    testLabel: 'Test {{source}}',
    testing: 'Testing…',
    testFailed: 'The test did not run: {{message}}',
    passed: 'An event of {{source}} would count for this service.',
    notPassed: 'An event of {{source}} would not count yet.',
    tested: 'Nothing was stored.',
    check: {
      settings: 'Its settings are complete',
      allowed: 'It may speak for this service',
      named: 'It knows this service by a name',
      mapped: 'An event with that name counts for this service',
      pulled: 'What is pulled arrives',
    },
    outcome: { pass: 'yes', fail: 'no', skipped: 'nothing to look at yet' },
    sharedWith_one: 'and for {{count}} other',
    sharedWith_other: 'and for {{count}} others',
    streams_one: '{{count}} stream',
    streams_other: '{{count}} streams',
  },
} as const;
