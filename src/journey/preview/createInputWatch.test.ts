import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createInputWatch, type InputWatch } from './createInputWatch.js';

let page: EventTarget;
let onQuiet: ReturnType<typeof vi.fn<() => void>>;
let watch: InputWatch;

beforeEach(() => {
  vi.useFakeTimers();
  page = new EventTarget();
  vi.stubGlobal('window', page);
  onQuiet = vi.fn<() => void>();
  watch = createInputWatch(onQuiet);
});
afterEach(() => {
  watch.destroy();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const happen = (type: string, facts = {}): void => void page.dispatchEvent(Object.assign(new Event(type), facts));

describe('createInputWatch', () => {
  it.each(['scroll', 'wheel', 'keydown', 'dragover', 'touchmove'])('is busy until a pause after %s', async (type) => {
    happen(type);
    expect(watch.isBusy()).toBe(true);
    await vi.advanceTimersByTimeAsync(100);
    happen(type);
    await vi.advanceTimersByTimeAsync(100);
    expect(watch.isBusy()).toBe(true);
    expect(onQuiet).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(20);
    expect(watch.isBusy()).toBe(false);
    expect(onQuiet).toHaveBeenCalledTimes(1);
  });

  it('takes a pointer that moves for dragging only while a button is held', () => {
    happen('pointermove', { buttons: 0 });
    expect(watch.isBusy()).toBe(false);
    happen('pointermove', { buttons: 1 });
    expect(watch.isBusy()).toBe(true);
  });

  it('leaves no timer and no listener behind', async () => {
    happen('scroll');
    watch.destroy();
    expect(vi.getTimerCount()).toBe(0);
    happen('scroll');
    await vi.advanceTimersByTimeAsync(1_000);
    expect(onQuiet).not.toHaveBeenCalled();
  });

  it('listens to nothing where there is no page', () => {
    vi.stubGlobal('window', undefined);
    expect(createInputWatch(onQuiet).isBusy()).toBe(false);
  });
});
