import { ConfigReader } from '@backstage/config';
import type { JsonObject } from '@backstage/types';
import { configuredSources } from '@devops-scorecards/plugin-maturity-node';
import { readGitlabMeaning } from './readGitlabMeaning';

function read(gitlab: JsonObject) {
  const [settings] = configuredSources(
    new ConfigReader({ maturity: { sources: { gitlab } } }),
    'gitlab',
  );
  return readGitlabMeaning(settings);
}

describe('the projects of a tracker', () => {
  it('are none by default', () => {
    expect(read({}).workItemProjects).toEqual(new Set());
  });

  it('are read in any case', () => {
    expect(read({ workItemProjects: ['pay', 'OPS_2'] })).toMatchObject({
      workItemProjects: new Set(['PAY', 'OPS_2']),
    });
  });

  it.each(['PAY-123', 'pay|ops', '1PAY', 'x'.repeat(40)])(
    'are not %p',
    project => {
      expect(() => read({ workItemProjects: [project] })).toThrow(
        /maturity\.sources\.gitlab\.workItemProjects lists/,
      );
    },
  );
});
