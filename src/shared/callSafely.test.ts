import { expect, it, onTestFinished, vi } from 'vitest';
import { callSafely } from './callSafely.js';

it('calls, and reports what is thrown without throwing it', () => {
  const later = vi.spyOn(globalThis, 'queueMicrotask').mockImplementation(() => {});
  onTestFinished(() => later.mockRestore());
  const bug = new Error('a bug of the app');
  callSafely(() => {
    throw bug;
  });
  expect(later).toHaveBeenCalledOnce();
  expect(later.mock.calls[0]![0]).toThrow(bug);
  const call = vi.fn<() => void>();
  callSafely(call);
  expect(call).toHaveBeenCalledOnce();
  expect(later).toHaveBeenCalledOnce();
});
