import { goodFaults, mixedFaults, poorFaults } from './castFaults';
import { CYCLE } from './cycles';
import type { Story } from './Story';

const OPERATIONS = ['incident', 'alert', 'work-item'] as const;

/**
 * Stories that are told in cycles of four weeks, over and over: what they show
 * today they show on any day.
 */
export const CAST: readonly Story[] = [
  {
    // A complete award, and good stability.
    name: 'smart-routing',
    entityRef: 'component:default/smart-routing',
    connected: { ...CYCLE, kinds: OPERATIONS },
    builds: {
      ...CYCLE,
      perDay: [3, 4],
      feedbackMinutes: [12, 20],
      redEveryDays: 6,
      mended: { minutes: [40, 80] },
      authors: ['dev-d', 'dev-e', 'dev-f'],
    },
    train: {
      staging: CYCLE,
      production: { ...CYCLE, count: 8 },
      strategy: 'canary',
    },
    requirements: { ...CYCLE, count: 6, leadWorkingDays: [2, 4] },
    measures: {
      ...CYCLE,
      shares: {
        'unit-coverage': [7_480, 9_100],
        'new-code-coverage': [880, 1_000],
        'api-coverage': [231, 240],
        'automated-tests': [3_196, 3_200],
      },
    },
    faults: { ...CYCLE, faults: goodFaults },
    alerts: {
      ...CYCLE,
      names: ['order latency', 'queue depth', 'session count'],
      perDay: [0, 2],
      actionableEvery: 2,
      criticalEvery: 5,
    },
  },
  {
    // Poor stability: users notice first, and it takes hours.
    name: 'fund-transfer',
    entityRef: 'component:default/fund-transfer',
    connected: { ...CYCLE, kinds: OPERATIONS },
    builds: {
      ...CYCLE,
      perDay: [1, 2],
      feedbackMinutes: [35, 60],
      redEveryDays: 5,
      mended: { minutes: [120, 200] },
      authors: ['dev-g', 'dev-h'],
    },
    train: {
      staging: CYCLE,
      production: {
        ...CYCLE,
        count: 8,
        manual: 4,
        failed: 1,
        rolledBack: 1,
        hotfixes: 2,
      },
      strategy: 'all-at-once',
    },
    requirements: { ...CYCLE, count: 3, leadWorkingDays: [9, 14] },
    measures: {
      ...CYCLE,
      shares: {
        'unit-coverage': [2_210, 6_500],
        'automated-tests': [1_140, 1_200],
      },
    },
    faults: { ...CYCLE, faults: poorFaults },
    alerts: {
      ...CYCLE,
      names: ['bank channel', 'batch delay', 'disk space', 'login errors'],
      perDay: [2, 5],
      actionableEvery: 7,
    },
  },
  {
    // Somebody else notices every second time; two tools tell of one outage.
    name: 'client-gateway',
    entityRef: 'component:default/client-gateway',
    connected: { ...CYCLE, kinds: OPERATIONS },
    builds: {
      ...CYCLE,
      perDay: [1, 2],
      feedbackMinutes: [10, 18],
      redEveryDays: 7,
      mended: { minutes: [30, 60] },
      authors: ['dev-i', 'dev-j', 'dev-k'],
    },
    train: {
      staging: CYCLE,
      production: { ...CYCLE, count: 6, manual: 1 },
      strategy: 'rolling',
    },
    faults: { ...CYCLE, faults: mixedFaults },
    alerts: {
      ...CYCLE,
      names: ['error rate', 'certificate age', 'login errors'],
      perDay: [1, 4],
      actionableEvery: 3,
      criticalEvery: 12,
    },
  },
  {
    // Alerts and no tool for incidents: these are made of critical alerts.
    name: 'market-data-hub',
    entityRef: 'component:default/market-data-hub',
    connected: { ...CYCLE, kinds: ['alert'] },
    alerts: {
      ...CYCLE,
      names: ['feed gap', 'multicast loss', 'clock drift'],
      perDay: [1, 5],
      actionableEvery: 4,
      criticalEvery: 15,
    },
  },
  {
    // Connected, and nothing has happened.
    name: 'reference-data',
    entityRef: 'component:default/reference-data',
    connected: { ...CYCLE, kinds: ['incident', 'alert'] },
    builds: {
      ...CYCLE,
      perDay: [1, 1],
      feedbackMinutes: [8, 14],
      redEveryDays: 9,
      mended: { minutes: [25, 50] },
    },
    train: { staging: CYCLE, production: { ...CYCLE, count: 4 } },
  },
];
