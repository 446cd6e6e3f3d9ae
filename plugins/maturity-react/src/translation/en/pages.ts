/** States of a page, the catalog, and what was published elsewhere. */
export const pagesMessages = {
  state: {
    loading: 'Loading the scorecard',
    errorTitle: 'The scorecard could not be loaded',
    errorText:
      'The answer was: {{message}}. Nothing is lost; try again, and if it stays, tell whoever runs the portal.',
    retry: 'Try again',
    forbiddenTitle: 'You may not see this scorecard',
    forbiddenText:
      'Your account lacks the permission maturity.scorecard.read for this entity. Ask the owner of the portal, or the team that owns the entity.',
    notFoundTitle: 'Nothing to assess here yet',
    notFoundText:
      'No maturity model applies to this entity, or the catalog learned of it only moments ago. Name a model with the annotation {{annotation}}.',
    noSourceTitle: 'No data yet',
    noSourceText:
      'Every criterion waits for its first event. Connect a source as the list below says; the level appears with the first event.',
    stale: 'Shown as of {{time}}; the last refresh failed.',
  },
  catalog: {
    column: 'Maturity',
    filter: 'Maturity level',
    filterHint: 'Filter by maturity level',
    stabilityColumn: 'Stability',
    stabilityFilter: 'Stability level',
    stabilityFilterHint: 'Filter by stability level',
    sort: 'Sort the list',
    sortName: 'by name',
    sortMaturityDesc: 'by maturity, highest first',
    sortMaturityAsc: 'by maturity, lowest first',
    sortStabilityDesc: 'by stability, highest first',
    sortStabilityAsc: 'by stability, lowest first',
    sortBy: 'Sort all by {{column}}',
    sortedDesc: 'Sorted by {{column}}, highest first; turn around',
    sortedAsc: 'Sorted by {{column}}, lowest first; back to names',
  },
  published: {
    title: 'Published assessment',
    level: '{{standard}} level {{level}}, {{date}}',
    noLevel: '{{standard}}, {{date}}; no level was published',
    source: 'Source',
    generated:
      'What was published stands beside what is computed here and never enters it. The events here are generated, so as to reproduce the published figures; they are no data of the firm.',
    notGenerated:
      'What was published stands beside what is computed here and never enters it.',
    computed: 'Computed here',
    published: 'Published',
    figure: 'Figure',
    figures: 'Published figures beside the computed ones',
    showFigures: 'Figures ({{n}})',
    open: 'Open the window of the case, as of {{time}}',
    shown: 'This is the window of the case, as of {{time}}.',
    notComputed: 'not computed',
    unreadable: 'What was published cannot be shown',
  },
  asOf: {
    title: 'As of {{time}}.',
    text: 'Judged by the events known today.',
    back: 'Back to now',
    invalid:
      'The address asks for a time that cannot be read: {{value}}. Shown is the scorecard of now.',
  },
} as const;
