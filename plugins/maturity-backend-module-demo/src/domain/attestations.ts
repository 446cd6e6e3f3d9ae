import type {
  AttestationContent,
  EpochMs,
  EvidenceItem,
} from '@devops-scorecards/plugin-maturity-common';
import { DateTime } from 'luxon';

const LIN = 'user:default/lin';
const ZHAO = 'user:default/zhao';

/** An attestation as it is imported. */
export interface DemoAttestation {
  entityRef: string;
  content: AttestationContent;
  author: string;
  /** Absent: it waits for somebody to decide. */
  decider?: string;
  reason: string;
  evidence: EvidenceItem[];
  createdAt: EpochMs;
  validTo?: EpochMs;
}

/** What only people can say up to level 3 of the CAICT pack, and why it holds. */
const UP_TO_LEVEL_3: Readonly<Record<string, string>> = {
  'BCI-BP-BM.modules-3': 'The build uses template java-service 3.2',
  'BCI-BP-BE.pool-3': 'All runs are on the pool build-standard',
  'BCI-BP-BR.team-3': 'The build guild looks after the pipeline',
  'BCI-CI-IS.team-3': 'The build guild runs the integration service',
  'BCI-CI-IM.notify-3': 'The committer is told of every result',
  'DRM-DRM-DP.documented-2': 'The release handbook describes every step',
  'DRM-DP-CM.rules-2': 'Roles at a release are in the handbook',
  'DRM-DP-CM.system-3': 'Releases are planned in one calendar',
  'DRM-DP-PP.joined-3': 'One pipeline leads from commit to production',
  'DRM-DP-PV.shared-3': 'Everybody can open the pages of the service',
};

const STABILITY: Readonly<Record<string, string>> = {
  'P5.grading-2': 'Faults are graded by the table of the handbook',
  'P5.playbook-3': 'Playbooks for the ten most frequent faults exist',
};

/** Days before the anchor. */
const DECIDED = 40;
const PROPOSED = 2;
const LONG_AGO = 400;
const A_YEAR = 365;

/**
 * What people of the demo attest: by Lin, decided by Zhao. All of it for two
 * services; for `fund-transfer` one that waits and one that has expired.
 */
export function demoAttestations(options: {
  anchor: EpochMs;
  timeZone: string;
}): DemoAttestation[] {
  const anchor = DateTime.fromMillis(options.anchor, {
    zone: options.timeZone,
  });
  const before = (days: number) =>
    anchor.minus({ days }).plus({ hours: 10 }).toMillis();
  const attest = (
    name: string,
    model: string,
    [criterionId, reason]: [string, string],
    createdAt: EpochMs,
  ): DemoAttestation => ({
    entityRef: `component:default/${name}`,
    content: { kind: 'attest', model, criterionId },
    author: LIN,
    decider: ZHAO,
    reason,
    evidence: [
      {
        title: `Handbook, ${criterionId}`,
        url: `https://docs.demo-securities.example/${name}/${criterionId}`,
      },
    ],
    createdAt,
  });
  const all = (name: string, model: string, said: Record<string, string>) =>
    Object.entries(said).map(entry =>
      attest(name, model, entry, before(DECIDED)),
    );
  const { decider: _, ...waiting } = attest(
    'fund-transfer',
    'caict-part3',
    [
      'DRM-DRM-DP.documented-2',
      'The steps of a release are written down since this month',
    ],
    before(PROPOSED),
  );
  return [
    ...all('walkthrough', 'caict-part3', UP_TO_LEVEL_3),
    ...all('smart-routing', 'caict-part3', UP_TO_LEVEL_3),
    ...all('smart-routing', 'csa-stability', STABILITY),
    waiting,
    {
      ...attest(
        'fund-transfer',
        'caict-part3',
        ['DRM-DP-CM.rules-2', 'The rules of last year'],
        before(LONG_AGO),
      ),
      validTo: before(LONG_AGO - A_YEAR),
    },
  ];
}
