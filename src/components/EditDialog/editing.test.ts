import { describe, expect, it } from 'vitest';
import type { UploadOptions } from '../../api/contract.js';
import { ALL_STATUSES, itemIn } from '../../journey/testing/items.js';
import { transition } from '../../journey/queue/transition.js';
import type { UploadItem } from '../../journey/item.js';
import { copiedAtFirst, copyOptions } from './copyOptions.js';
import { canEdit } from '../../journey/canEdit.js';
import { readWidth, resizableSize, sizeAtWidth } from './targetWidth.js';

const made = (widthPx: number, heightPx: number): UploadItem['preview'] => ({
  status: 'made',
  url: 'blob:x',
  widthPx,
  heightPx,
  durationSeconds: 0,
  isSharp: true,
});
const picture = (options: UploadOptions = {}, widthPx = 1_000): UploadItem =>
  Object.freeze(itemIn('ready', { options: Object.freeze(options), preview: made(widthPx, 500) }));

describe('isEditable', () => {
  it.each(ALL_STATUSES)('is true of %s only when a change counts', (status) => {
    const item = itemIn(status);
    const options = { title: 'new' };
    expect(transition(item, { type: 'optionsChanged', options }).options === options).toBe(canEdit(item));
  });
});

describe('copyOptions', () => {
  it('makes the chosen options the same and leaves the others', () => {
    const from = picture({ title: 'a', tags: ['sea'], expiration: 'P1D' });
    expect(copyOptions(from, picture({ title: 'b', tags: ['lake'] }), ['tags', 'expiration'])).toEqual({
      title: 'b',
      tags: ['sea'],
      expiration: 'P1D',
    });
  });

  it('takes away what was not said about the first file', () => {
    expect(copyOptions(picture(), picture({ expiration: 'P1D', title: 'b' }), ['expiration'])).toEqual({ title: 'b' });
  });

  it('copies "none" as it was said', () => {
    expect(copyOptions(picture({ isNsfw: false, expiration: '' }), picture(), ['isNsfw', 'expiration'])).toEqual({
      isNsfw: false,
      expiration: '',
    });
  });

  it.each([
    ['wide enough', picture({}, 900), { widthPx: 800 }],
    ['as wide', picture({ widthPx: 300 }, 800), {}],
    ['narrower', picture({ widthPx: 300 }, 640), {}],
    ['of unknown size', itemIn('ready'), {}],
    ['a video', itemIn('ready', { format: 'mp4', preview: made(1_920, 1_080) }), {}],
  ])('gives a width to a file that is %s only if it can be narrowed to it', (_kind, to, expected) => {
    expect(copyOptions(picture({ widthPx: 800 }), to, ['widthPx'])).toEqual(expected);
  });
});

describe('copiedAtFirst', () => {
  it('is what was said, without title and description', () => {
    expect([...copiedAtFirst({ title: 'a', description: 'b', tags: ['c'], isNsfw: false })]).toEqual(['tags', 'isNsfw']);
  });
});

describe('target width', () => {
  const original = { widthPx: 1_920, heightPx: 1_280 };

  it('keeps the shape', () => {
    expect(sizeAtWidth(original, 1_280)).toEqual({ widthPx: 1_280, heightPx: 853 });
    expect(sizeAtWidth({ widthPx: 8_000, heightPx: 10 }, 16)).toEqual({ widthPx: 16, heightPx: 1 });
  });

  it.each([
    ['', { status: 'original' }],
    ['1920', { status: 'original' }],
    ['16', { status: 'width', widthPx: 16 }],
    ['1919', { status: 'width', widthPx: 1_919 }],
    ['15', { status: 'invalid' }],
    ['1921', { status: 'invalid' }],
    ['-200', { status: 'invalid' }],
    ['99.5', { status: 'invalid' }],
    ['wide', { status: 'invalid' }],
  ])('reads %j', (text, expected) => {
    expect(readWidth(text, original)).toEqual(expected);
  });

  it('is asked for pictures of a known size alone', () => {
    expect(resizableSize({ format: 'jpeg', preview: made(640, 480) })).toEqual({ widthPx: 640, heightPx: 480 });
    expect(resizableSize({ format: 'mp4', preview: made(640, 480) })).toBeNull();
    expect(resizableSize({ format: 'jpeg', preview: { status: 'making' } })).toBeNull();
    expect(resizableSize({ format: 'png', preview: made(16, 16) })).toBeNull();
  });
});
