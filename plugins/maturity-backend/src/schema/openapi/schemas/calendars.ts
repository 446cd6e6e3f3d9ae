const DATES = {
  type: 'array',
  items: { type: 'string', format: 'date' },
} as const;

const HOURS = {
  type: 'array',
  items: {
    type: 'object',
    required: ['from', 'to'],
    additionalProperties: false,
    properties: { from: { type: 'string' }, to: { type: 'string' } },
  },
} as const;

/** Calendars of working days and service hours. */
export const calendarSchemas = {
  Calendar: {
    type: 'object',
    required: [
      'id',
      'use',
      'title',
      'weekdays',
      'holidays',
      'extraDays',
      'source',
    ],
    additionalProperties: false,
    properties: {
      id: { type: 'string' },
      use: { type: 'string', enum: ['work', 'session'] },
      title: { $ref: '#/components/schemas/LocalizedText' },
      timeZone: { type: 'string' },
      weekdays: {
        type: 'array',
        description: '1 is Monday, 7 is Sunday',
        items: { type: 'integer', minimum: 1, maximum: 7 },
      },
      holidays: DATES,
      extraDays: DATES,
      hours: HOURS,
      dates: {
        type: 'object',
        description: 'Hours of single days, by date',
        additionalProperties: HOURS,
      },
      since: { type: 'string', format: 'date' },
      until: { type: 'string', format: 'date' },
      source: { type: 'string' },
    },
  },
  CalendarStatus: {
    type: 'object',
    required: ['calendar'],
    additionalProperties: false,
    properties: {
      calendar: { $ref: '#/components/schemas/Calendar' },
      daysLeft: {
        type: 'integer',
        description: 'Local days until its end; negative when it has passed',
      },
    },
  },
} as const;
