import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  answered,
  file,
  portal,
  renderImports as render,
} from './testing/importPortal';

const MIB = 1024 * 1024;
const SHA256 = 'ab'.repeat(32);

// The browser of the tests has no digests.
jest.mock('./hashFile', () => ({ hashFile: async () => 'ab'.repeat(32) }));

/** Where the slices begin, how long they are, and which is the last. */
function slicesOf({ sendImportContent }: ReturnType<typeof portal>) {
  return sendImportContent.mock.calls.map(([{ offset, content, last }]) => [
    offset,
    content.size,
    last,
  ]);
}

async function chooseAndImport(chosen: File) {
  const user = userEvent.setup();
  await user.upload(
    await screen.findByLabelText('File of history', { selector: 'input' }),
    chosen,
  );
  await user.selectOptions(
    screen.getByRole('combobox', { name: /^Source/ }),
    'ci',
  );
  await user.click(screen.getByRole('button', { name: 'Import' }));
  return user;
}

describe('importing a file', () => {
  it('sends slices from the offset of each answer, and completes it', async () => {
    const api = portal();
    render(api);
    await chooseAndImport(file(2.25 * MIB));
    expect(
      await screen.findByText('history.ndjson is imported.'),
    ).toBeVisible();
    expect(api.createImport).toHaveBeenCalledWith({
      name: 'history.ndjson',
      source: 'ci',
      format: 'ndjson',
      totalBytes: 2.25 * MIB,
      sha256: SHA256,
    });
    expect(slicesOf(api)).toEqual([
      [0, MIB, false],
      [0.5 * MIB, MIB, false],
      [1.5 * MIB, 0.75 * MIB, true],
    ]);
    expect(api.finishImport).toHaveBeenCalledWith({
      id: 'import-1',
      step: 'complete',
    });
    const list = screen.getByRole('list', { name: 'Imports' });
    expect(await within(list).findByText('complete')).toBeVisible();
    expect(screen.getByRole('button', { name: 'Import' })).toBeEnabled();
  });

  it('goes on where an interrupted import of the same file stands', async () => {
    const api = portal({ offset: MIB });
    render(api);
    await chooseAndImport(file(1.5 * MIB));
    await screen.findByText('history.ndjson is imported.');
    expect(slicesOf(api)).toEqual([[MIB, 0.5 * MIB, true]]);
  });

  it('goes on where the portal says when it stands elsewhere', async () => {
    const api = portal();
    api.sendImportContent.mockImplementationOnce(async () => {
      api.moveTo(MIB);
      throw answered(409);
    });
    render(api);
    await chooseAndImport(file(1.5 * MIB));
    await screen.findByText('history.ndjson is imported.');
    expect(slicesOf(api)).toEqual([
      [0, MIB, false],
      [MIB, 0.5 * MIB, true],
    ]);
  });

  it('cuts smaller where a slice is too large for the portal', async () => {
    const api = portal({ offset: 1 });
    api.sendImportContent.mockRejectedValueOnce(answered(413));
    render(api);
    await chooseAndImport(file(MIB + 1));
    await screen.findByText('history.ndjson is imported.');
    expect(slicesOf(api)).toEqual([
      [1, MIB, true],
      [1, MIB / 2, false],
      [1 + MIB / 2, MIB / 2, true],
    ]);
  });

  it('says what went wrong, and goes on where it was', async () => {
    const api = portal();
    render(api);
    api.sendImportContent
      .mockImplementationOnce(async () => {
        api.moveTo(MIB);
        return api.getImport();
      })
      .mockRejectedValueOnce(new TypeError('Failed to fetch'));
    const user = await chooseAndImport(file(2 * MIB));
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The portal gave no answer',
    );
    const progress = screen.getAllByRole('progressbar', {
      name: 'How far history.ndjson has come',
    });
    expect(progress[0]).toHaveAttribute('aria-valuenow', '50');
    expect(screen.getByRole('button', { name: 'Import' })).toBeDisabled();
    await user.click(screen.getByRole('button', { name: 'Go on' }));
    await screen.findByText('history.ndjson is imported.');
    expect(slicesOf(api).at(-1)).toEqual([MIB, MIB, true]);
    expect(api.createImport).toHaveBeenCalledTimes(1);
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it.each([
    [answered(403), 'lacks the permission maturity.operations.manage'],
    [answered(400, 'no column "kind"'), 'refused it: no column "kind"'],
    [answered(404), 'Choose the file once more'],
    [answered(500, 'down'), 'The answer was: down'],
  ])('says what to do about %p', async (error, words) => {
    const api = portal();
    api.sendImportContent.mockRejectedValue(error);
    render(api);
    await chooseAndImport(file(10));
    expect(await screen.findByRole('alert')).toHaveTextContent(words);
    expect(api.finishImport).not.toHaveBeenCalled();
  });

  it('gives up on a line that the portal cannot take, and does not loop', async () => {
    const api = portal();
    api.sendImportContent.mockImplementation(async () => api.getImport());
    render(api);
    await chooseAndImport(file(2 * MIB));
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'A line is longer than',
    );
    expect(api.sendImportContent).toHaveBeenCalledTimes(1);
  });

  it('pauses with the request, goes on, and stops', async () => {
    const api = portal();
    let signal: AbortSignal | undefined;
    api.sendImportContent.mockImplementation(options => {
      signal = options.signal;
      return new Promise((_, reject) => {
        options.signal?.addEventListener('abort', () =>
          reject(new DOMException('aborted', 'AbortError')),
        );
      });
    });
    render(api);
    const user = await chooseAndImport(file(2 * MIB));
    const button = await screen.findByRole('button', { name: 'Pause' });
    await user.click(button);
    expect(await screen.findByText('history.ndjson is paused.')).toBeVisible();
    expect(signal?.aborted).toBe(true);
    expect(button).toHaveFocus();
    expect(button).toHaveTextContent('Go on');

    await user.keyboard('{Enter}');
    await screen.findByText('Importing history.ndjson…');
    await user.click(screen.getByRole('button', { name: 'Stop' }));
    expect(
      await screen.findByText(/was stopped. What was stored stays/),
    ).toBeVisible();
    expect(api.finishImport).toHaveBeenCalledWith({
      id: 'import-1',
      step: 'abort',
    });
    expect(document.body).not.toHaveFocus();
  });

  it('asks for what is missing', async () => {
    const api = portal();
    render(api);
    const user = userEvent.setup({ applyAccept: false });
    const send = await screen.findByRole('button', { name: 'Import' });
    await user.click(send);
    expect(screen.getByRole('alert')).toHaveTextContent(
      'Choose a file.Choose the source.',
    );
    await user.upload(
      screen.getByLabelText('File of history', { selector: 'input' }),
      file(0, 'history.txt'),
    );
    await user.click(send);
    expect(screen.getByRole('alert')).toHaveTextContent(
      'history.txt is empty. Choose another file.Choose the source.Choose the format',
    );
    expect(api.createImport).not.toHaveBeenCalled();
  });
});
