import path from 'node:path';
import { builtInMetrics } from '../src/metrics';
import { loadModels } from '../src/models/loadModels';
import { readModelPacks } from '../src/models/readModelPacks';
import { renderModelDoc } from './renderModelDoc';

const DIRECTORY = path.resolve(__dirname, '../../../docs/models');

/** The pages of the models that come with the product, as they should be. */
export async function modelDocs(): Promise<{ file: string; text: string }[]> {
  const metrics = new Map(
    builtInMetrics.map(({ definition }) => [definition.id, definition]),
  );
  const models = loadModels({ packs: await readModelPacks([]), metrics });
  return models.map(model => ({
    file: path.join(DIRECTORY, `${model.id}.md`),
    text: renderModelDoc(model, metrics),
  }));
}
