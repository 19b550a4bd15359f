import type { Preview } from './item.js';
import type { Previewer, PreviewSubject } from './preview/createPreviewer.js';
import { createFrameBatch } from './queue/createFrameBatch.js';
import type { QueueStore } from './queue/createQueueStore.js';

/** A previewer joined to the queue: loaded with the first picture that somebody wants, told once a frame. When it or what it needs does not come, over a lost connection say, the next wish asks again, and the connection when it is back. */
export function createPreviews(queue: QueueStore): Previewer {
  const batch = createFrameBatch<Preview>(0, (previews) =>
    queue.sendAll([...previews].map(([id, preview]) => [id, { type: 'previewed', preview }])),
  );
  let wanted: readonly PreviewSubject[] = [];
  let previewer: Previewer | null = null;
  let loading: Promise<void> | null = null;
  let isDestroyed = false;

  async function load(): Promise<void> {
    const { createPreviewer } = await import('./preview/createPreviewer.js');
    if (isDestroyed) return;
    previewer = createPreviewer({ onChange: batch.note });
    previewer.want(wanted);
  }

  const ask = (): void => void (loading ??= load().catch(() => void (loading = null)));
  const want = (subjects: readonly PreviewSubject[]): void => {
    wanted = subjects;
    if (previewer) previewer.want(subjects);
    else if (subjects.length > 0) ask();
  };
  const onOnline = (): void => want(wanted);
  globalThis.addEventListener?.('online', onOnline);

  return {
    want,
    release(id) {
      wanted = wanted.filter((subject) => subject.id !== id);
      previewer?.release(id);
      batch.forget(id);
    },
    destroy() {
      isDestroyed = true;
      globalThis.removeEventListener?.('online', onOnline);
      previewer?.destroy();
      batch.destroy();
    },
  };
}
