/** Availability in service hours, the error budget and the strip of days. */
export const availabilityMessages = {
  availability: {
    title: 'Availability in service hours',
    target: 'agreed: {{target}}',
    noTarget: 'no availability was agreed',
    downtime: 'Downtime in service hours',
    aroundTheClock: 'Downtime around the clock',
    aroundHint: 'also outside of service hours',
    serviceTime: 'of {{time}} of service',
    outages_one: '{{count}} outage',
    outages_other: '{{count}} outages',
    unknownImpact_one: '{{count}} of unknown impact counts as an outage',
    unknownImpact_other: '{{count}} of unknown impact count as outages',
    calendar: 'Service hours',
    until: 'dates known until {{date}}',
    untilSoon_one:
      'dates known for {{count}} more day only: ask the operators of this portal to renew the calendar',
    untilSoon_other:
      'dates known for {{count}} more days only: ask the operators of this portal to renew the calendar',
    untilPassed:
      'dates known until {{date}} only: holidays since then are missing; ask the operators of this portal to renew the calendar',
    noEnd: 'the same every day, without an end',
    calendarUnknown:
      'Calendar “{{id}}” is not known to this portal; the service counts as expected around the clock.',
    defaultCalendar:
      'No service hours are named; set the annotation {{annotation}}.',
    connect:
      'Connect a source of incidents: without one nobody knows whether the service was down, so there is no availability.',
    cut: 'Only the newest {{most}} incidents could be looked at for days and for downtime around the clock.',
  },
  budget: {
    title: 'Error budget',
    left: '{{share}} left',
    over: 'overspent by {{share}}',
    times: '{{times}} times the budget used',
    used: '{{used}} of {{total}} used',
    summary: 'Error budget: {{state}}, {{used}} of {{total}} used',
    none: 'The agreement allows no downtime, so there is no budget.',
  },
  days: {
    title: 'Day by day',
    summary: '{{days}} days: {{parts}}',
    count: {
      clear: '{{days}} without downtime',
      down: '{{days}} with downtime',
      closed: '{{days}} without service hours',
      unknown: '{{days}} not connected',
    },
    hint: 'Left and right arrow keys go from day to day.',
    clear: 'no downtime',
    down: '{{time}} of downtime',
    closed: 'no service hours',
    unknown: 'not connected',
    day: 'Day',
    state: 'State',
    service: 'Service hours',
    downtime: 'Downtime',
    legendClear: 'no downtime',
    legendDown: 'downtime',
    legendClosed: 'no service hours',
    legendUnknown: 'not connected',
  },
} as const;
