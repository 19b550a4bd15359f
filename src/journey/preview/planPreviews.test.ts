import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ItemId } from '../item.js';
import { MAX_PICTURE_BYTES, MAX_PICTURES, planPreviews, type PreviewFacts, type PreviewSituation } from './planPreviews.js';

const id = (n: number): ItemId => `item-${n}`;
const facts = (n: number, rest: Partial<PreviewFacts> = {}): PreviewFacts => ({
  id: id(n),
  kind: 'image',
  nextStep: 'sharp',
  isRunning: false,
  isUnderWay: false,
  pictureBytes: 0,
  ...rest,
});
const made = (n: number, pictureBytes = 1): PreviewFacts => facts(n, { nextStep: null, pictureBytes });
const range = (count: number): number[] => Array.from({ length: count }, (_, n) => n);
const plan = (known: readonly PreviewFacts[], rest: Partial<PreviewSituation> = {}) =>
  planPreviews({ wanted: known.map((each) => each.id), known, free: { image: 2, video: 1 }, isBusy: false, ...rest });

describe('planPreviews', () => {
  it('starts what is needed most, as many as there is room for', () => {
    const wanted = [id(3), id(1), id(2)];
    expect(plan([facts(1), facts(2), facts(3)], { wanted }).start.map((start) => start.id)).toEqual([id(3), id(1)]);
    expect(plan([facts(1), facts(2)], { free: { image: 0, video: 0 } }).start).toEqual([]);
  });

  it('makes one video at a time beside the pictures', () => {
    const films = [facts(1, { kind: 'video' }), facts(2, { kind: 'video' }), facts(3)];
    expect(plan(films).start.map((start) => start.id)).toEqual([id(1), id(3)]);
  });

  it('gives a screenful its thumbnails before the first gets its sharp picture, and those nearby after it', () => {
    const known = range(60).map((n) => facts(n, { nextStep: n === 0 ? 'sharp' : 'thumbnail' }));
    const { start } = plan(known, { free: { image: 60, video: 0 } });
    const sharpAt = start.findIndex(({ step }) => step === 'sharp');
    expect(sharpAt).toBeGreaterThanOrEqual(20);
    expect(sharpAt).toBeLessThan(30);
  });

  it('starts nothing while the person is busy but thumbnails in view', () => {
    const known = [facts(0), ...range(60).map((n) => facts(n + 1, { nextStep: 'thumbnail' }))];
    const { start } = plan(known, { isBusy: true, free: { image: 60, video: 1 } });
    expect(new Set(start.map(({ step }) => step))).toEqual(new Set(['thumbnail']));
    expect(start.length).toBeLessThan(30);
  });

  it('stops what is under way for others', () => {
    const known = [facts(1, { isUnderWay: true, isRunning: true }), facts(2, { isUnderWay: true }), facts(3, { isUnderWay: true })];
    expect(plan(known, { wanted: [id(3)] }).stop).toEqual([id(1), id(2)]);
  });

  it('lets go of the picture not wanted for longest', () => {
    const known = range(MAX_PICTURES + 2).map((n) => made(n));
    expect(plan(known, { wanted: [id(0)] }).letGo).toEqual([id(1), id(2)]);
    const heavy = range(3).map((n) => made(n, MAX_PICTURE_BYTES / 2));
    expect(plan(heavy, { wanted: [id(2)] }).letGo).toEqual([id(0)]);
  });

  it('begins nothing more while what is wanted fills the bytes', () => {
    expect(plan([made(1, MAX_PICTURE_BYTES), facts(2)]).start).toEqual([]);
  });

  it('keeps its promises in any situation', () => {
    const anyFacts = fc.record({
      kind: fc.constantFrom('image', 'video'),
      nextStep: fc.constantFrom('thumbnail', 'sharp', null),
      isRunning: fc.boolean(),
      isUnderWay: fc.boolean(),
      pictureBytes: fc.constantFrom(0, 1, 200_000, MAX_PICTURE_BYTES / 4),
    });
    const situation = fc.record({
      all: fc.array(anyFacts, { maxLength: 300 }),
      wantedEach: fc.integer({ min: 1, max: 9 }),
      image: fc.nat(3),
      video: fc.nat(2),
      isBusy: fc.boolean(),
    });
    fc.assert(
      fc.property(situation, ({ all, wantedEach, image, video, isBusy }) => {
        const known = all.map((each, n) => facts(n, each as Partial<PreviewFacts>));
        const byId = new Map(known.map((each) => [each.id, each]));
        const wanted = known.filter((_, n) => n % wantedEach === 0).map((each) => each.id);
        const { start, stop, letGo } = planPreviews({ wanted, known, free: { image, video }, isBusy });
        expect(start.filter((each) => byId.get(each.id)!.kind === 'image').length).toBeLessThanOrEqual(image);
        expect(start.filter((each) => byId.get(each.id)!.kind === 'video').length).toBeLessThanOrEqual(video);
        for (const each of start) expect([each.step, wanted.includes(each.id)]).toEqual([byId.get(each.id)!.nextStep, true]);
        for (const each of [...stop, ...letGo]) expect(wanted).not.toContain(each);
        const left = known.filter((each) => each.pictureBytes > 0 && !letGo.includes(each.id));
        const isOver = left.length > MAX_PICTURES || left.reduce((sum, each) => sum + each.pictureBytes, 0) > MAX_PICTURE_BYTES;
        if (isOver) for (const each of left) expect(wanted).toContain(each.id);
      }),
    );
  });
});
