import fc from 'fast-check';
import { authorOf } from './authorOf';
import { parseCommits } from './commits';
import { gitFailure } from './gitFailure';
import { mapCommit } from './mapCommit';
import { parseTags } from './tags';

const SHA = 'a'.repeat(40);

describe('authorOf', () => {
  it.each([
    ['Octo Cat', 'octo@acme.test', { identity: 'octo@acme.test' }],
    // As GitHub gives them out, so that authors are the same as in webhooks.
    [
      'Octo',
      '583231+octocat@users.noreply.github.com',
      { identity: 'octocat' },
    ],
    ['Octo', 'octocat@users.noreply.github.com', { identity: 'octocat' }],
    [
      'dependabot[bot]',
      '49699333+dependabot[bot]@users.noreply.github.com',
      { identity: 'dependabot[bot]', bot: true },
    ],
    [
      'renovate[bot]',
      'bot@acme.test',
      { identity: 'bot@acme.test', bot: true },
    ],
    ['Robot', 'robot@acme.test', { identity: 'robot@acme.test' }],
    ['Nobody', '', { identity: 'Nobody' }],
    ['', '', { identity: undefined }],
  ])('of %s <%s>', (name, email, expected) => {
    expect(authorOf({ name, email })).toEqual(expected);
  });
});

describe('parseCommits', () => {
  const record = (...parts: string[]) =>
    parts.map(part => `${part}\0`).join('');

  it('reads parents, times and texts, with line ends in none', () => {
    expect(
      parseCommits(
        record(SHA, `${SHA} ${SHA}`, '100', '200', 'Ä B', 'a@b', 'Say "hi"') +
          record(SHA, '', '1', '2', '', '', ''),
      ),
    ).toEqual([
      {
        sha: SHA,
        parents: [SHA, SHA],
        authoredAt: 100_000,
        committedAt: 200_000,
        authorName: 'Ä B',
        authorEmail: 'a@b',
        subject: 'Say "hi"',
      },
      expect.objectContaining({ parents: [], subject: '' }),
    ]);
  });

  it('leaves a commit of a broken clock out, not its neighbours', () => {
    expect(
      parseCommits(
        record(SHA, '', '-5', '2', '', '', 'before 1970') +
          record(SHA, '', '1', '999999999999', '', '', 'far ahead') +
          record(SHA, '', '1', '2', '', '', 'good'),
      ).map(({ subject }) => subject),
    ).toEqual(['good']);
  });

  it('takes any output', () => {
    fc.assert(
      fc.property(fc.string(), text => {
        expect(Array.isArray(parseCommits(text))).toBe(true);
        expect(Array.isArray(parseTags(text))).toBe(true);
      }),
    );
  });
});

describe('parseTags', () => {
  it('peels tags with a message and leaves tags of no commit out', () => {
    const commit = 'b'.repeat(40);
    expect(
      parseTags(
        [
          `${commit} commit   100 v1`,
          `${SHA} tag ${commit} commit 200 v2/with slash`,
          `${SHA} tree   300 v3`,
          `${SHA} tag ${commit} tree 400 v4`,
          '',
        ].join('\n'),
      ),
    ).toEqual([
      { name: 'v1', commit, at: 100_000 },
      { name: 'v2/with slash', commit, at: 200_000 },
    ]);
  });
});

describe('mapCommit', () => {
  it('keeps no half of a character', () => {
    const { fields } = mapCommit({
      commit: {
        sha: SHA,
        parents: [],
        authoredAt: 1,
        committedAt: 2,
        authorName: '',
        authorEmail: '',
        subject: `${'x'.repeat(199)}😀`,
      },
      path: 'acme/shop',
      branch: 'main',
      context: { pseudonym: person => person },
    });
    expect(fields.title).toBe('x'.repeat(199));
  });
});

describe('gitFailure', () => {
  it.each([
    [
      'remote: HTTP Basic: Access denied\nfatal: Authentication failed for https://u:secret@git.acme.test/a.git/',
      'credentials',
      'fatal: Authentication failed for https://***@git.acme.test/a.git/',
    ],
    [
      "fatal: could not read Username for 'https://git.acme.test': terminal prompts disabled",
      'credentials',
      "fatal: could not read Username for 'https://git.acme.test': terminal prompts disabled",
    ],
    [
      "remote: Repository not found.\nfatal: repository 'https://github.com/a/b/' not found",
      'missing',
      "fatal: repository 'https://github.com/a/b/' not found",
    ],
    [
      'warning: Could not find remote branch nope to clone.\nfatal: Remote branch nope not found in upstream origin',
      'missing',
      'fatal: Remote branch nope not found in upstream origin',
    ],
    [
      "fatal: Unable to create '/c/shallow.lock': File exists.",
      'cache',
      "fatal: Unable to create '/c/shallow.lock': File exists.",
    ],
    [
      "fatal: remote error: filter 'tree' not supported",
      'filter',
      "fatal: remote error: filter 'tree' not supported",
    ],
    [
      'fatal: unable to access https://a/: Could not resolve host: a',
      'other',
      'fatal: unable to access https://a/: Could not resolve host: a',
    ],
    ['', 'other', 'it said nothing'],
  ])('of %s', (stderr, kind, reason) => {
    expect(gitFailure(stderr)).toEqual({ kind, reason });
  });
});
