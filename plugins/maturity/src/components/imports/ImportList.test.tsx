import type { MaturityApi } from '@devops-scorecards/plugin-maturity-common';
import { importFixture } from '@devops-scorecards/plugin-maturity-react/testUtils';
import { act, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe } from 'jest-axe';
import {
  answered,
  file,
  portal,
  renderImports as render,
} from './testing/importPortal';

describe('the list of imports', () => {
  const refused = importFixture({
    id: 'import-9',
    name: 'old.csv',
    state: 'complete',
    lines: 1200,
    refused: 3,
    unmapped: 2,
  });
  const refusals = [2, 5, 9].map(line => ({
    line,
    code: 400,
    message: `=line ${line} is wrong`,
  }));
  const getImportRefusals: MaturityApi['getImportRefusals'] = async ({
    after = 0,
  }) => {
    const rest = refusals.filter(({ line }) => line > after);
    const items = rest.slice(0, 2);
    return {
      items,
      total: 3,
      next: rest.length > 2 ? items[1].line : undefined,
    };
  };

  it('opens to the refused lines, page by page, and saves them all', async () => {
    const user = userEvent.setup();
    const saved: Blob[] = [];
    URL.createObjectURL = blob => {
      saved.push(blob as Blob);
      return 'blob:x';
    };
    URL.revokeObjectURL = () => {};
    const click = jest
      .spyOn(HTMLAnchorElement.prototype, 'click')
      .mockImplementation(() => {});
    render({ getImports: async () => [refused], getImportRefusals });
    const open = await screen.findByRole('button', {
      name: 'Refused lines (3): old.csv',
    });
    expect(open).toHaveAttribute('aria-expanded', 'false');
    open.focus();
    await user.keyboard('{Enter}');
    expect(await screen.findByText('=line 5 is wrong')).toBeVisible();
    expect(screen.getByText('2 of 3 are shown.')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Show more' }));
    expect(await screen.findByText('=line 9 is wrong')).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Show more' })).toBeNull();

    await user.click(screen.getByRole('button', { name: /^Download as CSV/ }));
    await screen.findByText('Downloaded.');
    expect(click).toHaveBeenCalledTimes(1);
    const [{ size, type }] = saved;
    expect(type).toMatch(/^text\/csv/);
    // Byte order mark, header and three rows.
    expect(size).toBe(
      3 +
        'line,id,code,message\r\n'.length +
        3 * "2,,400,'=line 2 is wrong\r\n".length,
    );
    click.mockRestore();
  });

  it('offers to try again where refused lines do not come', async () => {
    const user = userEvent.setup();
    const failing = jest
      .fn(getImportRefusals)
      .mockRejectedValueOnce(new Error('down'));
    render({ getImports: async () => [refused], getImportRefusals: failing });
    await user.click(
      await screen.findByRole('button', { name: /^Refused lines/ }),
    );
    expect(await screen.findByRole('alert')).toHaveTextContent('down');
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('=line 2 is wrong')).toBeVisible();
  });

  it('ends one that was left alone', async () => {
    const user = userEvent.setup();
    const api = portal({ offset: 500_000, totalBytes: 1_000_000 });
    render(api);
    expect(await screen.findByText(/Choose the same file above/)).toBeVisible();
    expect(screen.getByRole('progressbar')).toHaveAttribute(
      'aria-valuetext',
      '500 kB of 1 MB',
    );
    await user.click(
      screen.getByRole('button', { name: 'Stop history.ndjson' }),
    );
    expect(await screen.findByText('stopped')).toBeVisible();
    expect(screen.queryByRole('progressbar')).toBeNull();
  });

  it('is read every 5 s while one is open, and no longer', async () => {
    jest.useFakeTimers();
    try {
      const getImports = jest.fn(async () => [importFixture()]);
      render({ getImports });
      await act(() => jest.advanceTimersByTimeAsync(1_000));
      await act(() => jest.advanceTimersByTimeAsync(5_000));
      expect(getImports).toHaveBeenCalledTimes(2);
      getImports.mockResolvedValue([importFixture({ state: 'complete' })]);
      await act(() => jest.advanceTimersByTimeAsync(5_000));
      expect(getImports).toHaveBeenCalledTimes(3);
      await act(() => jest.advanceTimersByTimeAsync(20_000));
      expect(getImports).toHaveBeenCalledTimes(3);
    } finally {
      jest.useRealTimers();
    }
  });

  it('says what to do while there is none, with a link to the page of docs', async () => {
    render({}, { sources: [] });
    expect(
      await screen.findByText(/Nothing has been imported yet/),
    ).toBeVisible();
    expect(screen.getByText(/under maturity.sources/)).toBeVisible();
    expect(
      screen.getByRole('link', { name: /^What such a file/ }),
    ).toHaveAttribute('href', expect.stringMatching(/\/events\/import.md$/));
  });

  it('is calm where it may not be seen', async () => {
    render({ getImports: () => Promise.reject(answered(403)) });
    expect(
      await screen.findByText('You may not see the imports'),
    ).toBeVisible();
    expect(screen.queryByRole('alert')).toBeNull();
    expect(screen.queryByRole('button', { name: 'Import' })).toBeNull();
  });

  it('offers to try again where it cannot be read', async () => {
    const user = userEvent.setup();
    const getImports = jest
      .fn(async () => [refused])
      .mockRejectedValueOnce(new Error('down'));
    render({ getImports });
    expect(await screen.findByRole('alert')).toHaveTextContent('down');
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    await waitFor(() => expect(screen.getByText('old.csv')).toBeVisible());
  });

  it.each([
    { language: 'en', theme: 'light' },
    { language: 'zh', theme: 'dark' },
  ] as const)('has no axe violation ($language, $theme)', async look => {
    const user = userEvent.setup();
    const api = portal();
    api.sendImportContent.mockRejectedValue(answered(500, 'down'));
    api.getImports.mockResolvedValue([
      importFixture({ id: 'import-2', offset: 5, totalBytes: 10 }),
      refused,
    ]);
    const { container } = render(
      { ...api, getImportRefusals },
      { ...look, sources: ['ci'] },
    );
    await user.upload(
      await screen.findByLabelText(
        { en: 'File of history', zh: '历史文件' }[look.language],
        { selector: 'input' },
      ),
      file(10),
    );
    await user.click(
      screen.getByRole('button', {
        name: { en: 'Import', zh: '导入' }[look.language],
      }),
    );
    expect(await screen.findByRole('alert')).toHaveTextContent('down');
    await user.click(
      screen.getByRole('button', {
        name: { en: /^Refused lines/, zh: /^被拒的行/ }[look.language],
      }),
    );
    await screen.findByText('=line 2 is wrong');
    expect((await axe(container)).violations).toEqual([]);
  });
});
