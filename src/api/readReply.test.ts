import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isUploadError } from '../shared/UploadError.js';
import type { StoredImage } from './contract.js';
import { readImage, readReply } from './readReply.js';
import { answer, answerIn, errorAnswer, exchange } from './testing/answers.js';

const read = (body: unknown, status = 200) =>
  readReply(answer({ status, text: typeof body === 'string' ? body : JSON.stringify(body) }), readImage);
const imageOf = (name: string): StoredImage => readReply(answerIn(exchange(name)), readImage) as StoredImage;
const smallest = { id_encoded: 'Ab1', url_viewer: 'https://host.example/image/Ab1' };

describe('readReply', () => {
  it('reads a picture of 4.2', () => {
    expect(imageOf('up-photo-jpg')).toEqual({
      id: 'al',
      kind: 'image',
      title: 'photo',
      fileName: 'photo.jpg',
      mimeType: 'image/jpeg',
      sizeBytes: 44_623,
      widthPx: 720,
      heightPx: 1_280,
      durationSeconds: 0,
      isAnimated: false,
      isApproved: true,
      md5: '5caabdfe50d4c7599548e9dad919d116',
      expiresAtMs: null,
      url: 'http://host.example/images/2026/11/22/photo.jpg',
      viewerUrl: 'http://host.example/image/al',
      thumbUrl: 'http://host.example/images/2026/11/22/photo.th.jpg',
      mediumUrl: 'http://host.example/images/2026/11/22/photo.md.jpg',
      frameUrl: null,
      deleteUrl: 'http://host.example/image/al/delete/544f62094fe45d60edf035cbb6138025639caf04840b0727',
    });
  });

  it('reads a video with its frame, of 4.2 and of 4.1 alike', () => {
    for (const name of ['up-mp4', 'v414-up-mp4']) {
      const video = imageOf(name);
      expect(video).toMatchObject({ kind: 'video', mimeType: 'video/mp4', durationSeconds: 5, mediumUrl: null });
      expect(video.frameUrl).toMatch(/clip\.fr\.jpeg$/);
    }
  });

  it.each(['v414-up-jpg', 's-image-base64', 'w-user-upload', 'w-edit-image', 'p-filename-unicode'])('reads the image of %s', (name) => {
    expect(imageOf(name)).toMatchObject({
      id: expect.stringMatching(/^\w+$/),
      viewerUrl: expect.stringMatching(/^http/),
      isApproved: true,
    });
  });

  it('reads the time of deletion as UTC', () => {
    expect(imageOf('p-exp-PT2H').expiresAtMs).toBe(Date.UTC(2026, 10, 22, 5, 56, 2));
  });

  it('reads the shape of ImgBB, its numbers as text and its expiration in seconds', () => {
    const data = {
      id: '2ndCYJK',
      title: 'c1f64245afb2',
      url_viewer: 'https://host.example/2ndCYJK',
      url: 'https://i.host.example/w1/c1f6.gif',
      width: '1',
      height: '1',
      size: '42',
      time: '1552042565',
      expiration: '600',
      image: { filename: 'c1f6.gif', mime: 'image/gif', url: 'https://i.host.example/w1/c1f6.gif' },
      delete_url: 'https://host.example/2ndCYJK/670a7e',
    };
    expect(read({ data, success: true, status: 200 })).toMatchObject({
      id: '2ndCYJK',
      fileName: 'c1f6.gif',
      mimeType: 'image/gif',
      widthPx: 1,
      sizeBytes: 42,
      expiresAtMs: 1_552_043_165_000,
    });
    expect(read({ data: { ...data, expiration: '0' } })).toMatchObject({ expiresAtMs: null });
  });

  it('reads one that waits for a moderator, with its viewer only', () => {
    const image = { ...smallest, is_approved: 0, image: {}, thumb: {}, medium: { url: null } };
    expect(read({ image })).toMatchObject({
      isApproved: false,
      url: null,
      thumbUrl: null,
      mediumUrl: null,
      viewerUrl: smallest.url_viewer,
    });
  });

  it('gives empty facts where the host gave none or rubbish', () => {
    const rubbish = {
      ...smallest,
      size: -1,
      width: 'wide',
      height: null,
      duration: {},
      title: ['x'],
      is_animated: 'yes',
      medium: 'none',
      thumb: [],
      md5: null,
    };
    expect(read({ image: rubbish })).toMatchObject({
      sizeBytes: 0,
      widthPx: 0,
      heightPx: 0,
      durationSeconds: 0,
      title: '',
      thumbUrl: null,
      md5: null,
    });
  });

  it('drops addresses that are not http, and links by the short or the direct address where the viewer is missing', () => {
    const image = { id_encoded: 'x', url_viewer: 'javascript:alert(1)', delete_url: 'data:,x', url: 'https://host.example/x.png' };
    expect(read({ image })).toMatchObject({ viewerUrl: 'https://host.example/x.png', deleteUrl: null });
    expect(read({ image: { ...image, url_short: 'https://host.example/s' } })).toMatchObject({ viewerUrl: 'https://host.example/s' });
  });

  it('cuts long texts', () => {
    const image = read({ image: { ...smallest, title: 'x'.repeat(1_000_000) } }) as StoredImage;
    expect(image.title).toHaveLength(2_000);
  });

  it('is not fooled by the names of an object’s own inheritance', () => {
    const text =
      '{"image":{"__proto__":{"id_encoded":"x","url_viewer":"https://host.example/x"},"constructor":{"prototype":{"polluted":1}}}}';
    expect(read(text)).toMatchObject({ code: 'host.badReply' });
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
    expect(readReply(errorAnswer('__proto__', 'x'), readImage)).toMatchObject({ code: 'option.refused' });
    expect(readReply(errorAnswer('constructor', 'x'), readImage)).toMatchObject({ code: 'option.refused' });
  });

  it.each([
    ['', 'empty'],
    [' \n', 'empty'],
    ['<!DOCTYPE html><h1>Hello</h1>', 'html'],
    ['Welcome', 'text'],
    ['{"status_code":200,"image":{"id_enc', 'truncated'],
    ['[{"a":', 'truncated'],
    ['null', 'shape'],
    ['[]', 'shape'],
    ['7', 'shape'],
    ['{}', 'shape'],
    ['{"image":null}', 'shape'],
    ['{"image":{"id_encoded":"x"}}', 'shape'],
    ['{"image":{"url_viewer":"https://host.example/x"}}', 'shape'],
  ])('calls %s a bad reply: %s', (text, hint) => {
    expect(read(text)).toMatchObject({ code: 'host.badReply', details: { status: 200, hint } });
  });

  it('believes an error in an answer of 200, and none of an image in an answer of 400', () => {
    const error = { message: 'Duplicated upload', code: 101 };
    expect(read({ error, image: smallest })).toMatchObject({ code: 'file.duplicate' });
    expect(read({ image: smallest }, 400)).toMatchObject({ code: 'host.badReply' });
  });

  it('reads an error that is only a text', () => {
    expect(read({ status_code: 400, error: 'Duplicated upload' }, 400)).toMatchObject({ code: 'file.duplicate' });
  });

  it('reads codes that came as text', () => {
    expect(readReply(errorAnswer('101', 'Duplicated upload'), readImage)).toMatchObject({ details: { isSameBytes: true } });
  });

  it('does not take an error from another address for the host’s, but a success', () => {
    const redirected = { isRedirected: true };
    expect(readReply(errorAnswer(130, 'Empty upload source', redirected), readImage)).toMatchObject({ details: { hint: 'redirected' } });
    expect(readReply(answer({ ...redirected, text: JSON.stringify({ image: smallest }) }), readImage)).toMatchObject({ id: 'Ab1' });
  });

  it('reads how long to wait', () => {
    expect(readReply(answer({ status: 429, text: '<html>', retryAfter: '30' }), readImage)).toMatchObject({
      code: 'host.rateLimited',
      details: { retryAfterMs: 30_000, maxUploads: null, period: null },
    });
    expect(readReply(answer({ status: 503, retryAfter: 'soon' }), readImage)).toMatchObject({
      code: 'host.busy',
      details: { retryAfterMs: null },
    });
  });

  it('never throws, and answers an image or an error, whatever comes', () => {
    const text = fc.oneof(
      fc.string(),
      fc.json(),
      fc.jsonValue().map((image) => JSON.stringify({ image })),
      fc.jsonValue().map((error) => JSON.stringify({ error })),
    );
    fc.assert(
      fc.property(text, fc.integer({ min: 100, max: 599 }), (body, status) => {
        const reply = readReply(answer({ text: body, status }), readImage);
        expect(isUploadError(reply) || typeof reply.viewerUrl === 'string').toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('never throws over an image with a field of another kind', () => {
    const { image } = exchange('up-mp4').body as { image: Record<string, unknown> };
    for (const name of Object.keys(image)) {
      for (const value of [null, 'x', -1, [], {}, true, '9'.repeat(400)])
        expect(() => read({ image: { ...image, [name]: value } })).not.toThrow();
    }
  });
});
