import type { LocalizedText } from '@devops-scorecards/plugin-maturity-common';
import type { CatalogueEntry } from './catalogueEntry';
import { DELIVERY_CATALOGUE } from './deliveryCatalogue';
import { RESEARCH_CATALOGUE } from './researchCatalogue';
import { STABILITY_CATALOGUE } from './stabilityCatalogue';

export type { CatalogueEntry } from './catalogueEntry';

/** What stands for every item of the references that the product follows. */
export const METRIC_CATALOGUE: readonly {
  title: LocalizedText;
  entries: readonly CatalogueEntry[];
}[] = [
  {
    title: {
      en: 'Continuous delivery, YD/T 3763.3-2021 (ITU-T Y.3525)',
      'zh-CN': '持续交付',
    },
    entries: DELIVERY_CATALOGUE,
  },
  {
    title: {
      en: 'Stability assurance, CSA draft (2025)',
      'zh-CN': '稳定性保障',
    },
    entries: STABILITY_CATALOGUE,
  },
  {
    title: {
      en: 'DORA (DevOps Research and Assessment) and site reliability',
      'zh-CN': 'DORA 与站点可靠性',
    },
    entries: RESEARCH_CATALOGUE,
  },
];
