import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startApp, type App } from '../startApp.js';
import { openWebkit, type WebkitBox } from './openWebkit.js';

let app: App;
let box: WebkitBox;

beforeAll(async () => void (app = await startApp()));
afterAll(() => app.stop());
beforeEach(async () => void (box = await openWebkit(app.url)));
afterEach(() => box.close());

const listed = (count: number): Promise<void> =>
  box.until(`${count} tiles`, `return document.querySelectorAll('[data-part=tile]').length === ${count}`);

/** It stands above the buttons, and moves them when it comes: what is pressed at that moment is not what was meant. */
const toldThatNothingIsKept = (): Promise<void> =>
  box.until('the notice', "return document.querySelector('[data-part=notice][data-kind=not-kept]')");

const pictured = (count: number): Promise<void> =>
  box.until(
    `${count} pictures`,
    `return [...document.querySelectorAll('[data-part=tile] img')].filter((picture) => picture.naturalWidth > 0).length === ${count}`,
  );

describe('the core in WebKit', () => {
  it('shows a picture of each file, uploads all and gives links', async () => {
    await box.choose('photo.jpg', 'a.png', 'anim.gif');
    await pictured(3);
    await box.click('start');
    expect(await box.outcome()).toBe('success');
    expect(await app.storedNames()).toEqual(expect.arrayContaining(['photo.jpg', 'a.png', 'anim.gif']));
    await box.until('a link to what was stored', "return document.querySelector('[data-part=code]').value.includes('http')");
  });

  it('refuses what is no picture by its bytes, and goes on with the others', async () => {
    await box.choose('fake.png', 'a.png');
    await listed(1);
    expect(await box.parts('rejections')).toHaveLength(1);
  });

  it('tries again by itself when the line is cut', async () => {
    await box.fault('cut=100;times=1;id=webkit-cut');
    await box.choose('clip.mp4');
    await listed(1);
    await toldThatNothingIsKept();
    await box.click('start');
    expect(await box.outcome()).toBe('success');
  });

  it('reports what failed, and retries it', async () => {
    await box.fault('500;times=1;id=webkit-fails');
    await box.choose('a.png');
    await listed(1);
    await toldThatNothingIsKept();
    await box.click('start');
    expect(await box.outcome()).toBe('error');
    await box.click('retry');
    expect(await box.outcome()).toBe('success');
  });

  it('says that it cannot keep the queue in a private session, as every driven one of WebKit is', async () => {
    await box.choose('a.png');
    await listed(1);
    await toldThatNothingIsKept();
    await box.click('start');
    expect(await box.outcome()).toBe('success');
  });
});
