import { createExtensionPoint } from '@backstage/backend-plugin-api';

/** Registers model packs. @public */
export interface MaturityModelsExtensionPoint {
  /**
   * @param pack - where the YAML came from, for error messages, and its text
   */
  addModelPack(pack: { file: string; yaml: string }): void;
}

/** @public */
export const maturityModelsExtensionPoint =
  createExtensionPoint<MaturityModelsExtensionPoint>({
    id: 'maturity.models',
  });
