import { act, renderHook, waitFor } from '@testing-library/react';
import { problemOf } from './loadState';
import { useLoad } from './useLoad';

function named(name: string): Error {
  const error = new Error(name);
  error.name = name;
  return error;
}

describe('problemOf', () => {
  it.each([
    [named('NotAllowedError'), 'forbidden'],
    [named('NotFoundError'), 'not-found'],
    [Object.assign(named('ResponseError'), { statusCode: 403 }), 'forbidden'],
    [
      Object.assign(named('ResponseError'), { cause: named('NotFoundError') }),
      'not-found',
    ],
    [named('TypeError'), 'error'],
    [undefined, 'error'],
  ])('%s is %s', (error, kind) => {
    expect(problemOf(error).kind).toBe(kind);
  });
});

describe('useLoad', () => {
  it('loads, keeps the value while reading again, and survives a fault', async () => {
    const load = jest.fn(async () => 'first');
    const { result } = renderHook(() => useLoad({ load }));
    expect(result.current.state).toEqual({ status: 'loading' });
    await waitFor(() =>
      expect(result.current.state).toEqual({
        status: 'ready',
        value: 'first',
        refreshing: false,
      }),
    );

    load.mockRejectedValueOnce(new Error('down'));
    await act(() => result.current.reload());
    expect(result.current.state).toEqual({
      status: 'ready',
      value: 'first',
      refreshing: false,
      problem: { kind: 'error', message: 'down' },
    });
  });

  it('replaces the value when it is refused', async () => {
    const load = jest.fn(async () => 'first');
    const { result } = renderHook(() => useLoad({ load }));
    await waitFor(() => expect(result.current.state.status).toBe('ready'));
    load.mockRejectedValueOnce(named('NotAllowedError'));
    await act(() => result.current.reload());
    expect(result.current.state).toEqual({
      status: 'failed',
      problem: { kind: 'forbidden', message: 'NotAllowedError' },
    });
  });

  it('keeps the value when only another way of reading is refused', async () => {
    const load = async () => 'first';
    const { result } = renderHook(() => useLoad({ load }));
    await waitFor(() => expect(result.current.state.status).toBe('ready'));
    await act(() =>
      result.current.reload(() => Promise.reject(named('NotAllowedError'))),
    );
    expect(result.current.state).toMatchObject({
      status: 'ready',
      value: 'first',
      problem: { kind: 'forbidden' },
    });
  });

  it('starts over for another question', async () => {
    const one = async () => 'one';
    const two = () => new Promise<string>(() => {});
    const { result, rerender } = renderHook(({ load }) => useLoad({ load }), {
      initialProps: { load: one },
    });
    await waitFor(() => expect(result.current.state.status).toBe('ready'));
    rerender({ load: two });
    expect(result.current.state).toEqual({ status: 'loading' });
  });

  it('reads now and then while somebody looks', async () => {
    jest.useFakeTimers();
    try {
      const load = jest.fn(async () => 'value');
      const { unmount } = renderHook(() => useLoad({ load, every: 1000 }));
      await act(() => jest.advanceTimersByTimeAsync(2500));
      expect(load).toHaveBeenCalledTimes(3);

      const seen = jest
        .spyOn(document, 'visibilityState', 'get')
        .mockReturnValue('hidden');
      await act(() => jest.advanceTimersByTimeAsync(5000));
      expect(load).toHaveBeenCalledTimes(3);
      seen.mockRestore();

      unmount();
      await jest.advanceTimersByTimeAsync(5000);
      expect(load).toHaveBeenCalledTimes(3);
    } finally {
      jest.useRealTimers();
    }
  });
});
