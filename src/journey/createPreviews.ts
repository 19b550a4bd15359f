import type { Previewer, PreviewerOptions, PreviewSubject } from './preview/createPreviewer.js';

/** A previewer that is loaded with the first picture that somebody wants. When it does not come, over a lost connection say, the next wish asks again. */
export function createPreviews(options: PreviewerOptions): Previewer {
  let wanted: readonly PreviewSubject[] = [];
  let previewer: Previewer | null = null;
  let loading: Promise<void> | null = null;
  let isDestroyed = false;

  async function load(): Promise<void> {
    const { createPreviewer } = await import('./preview/createPreviewer.js');
    if (isDestroyed) return;
    previewer = createPreviewer(options);
    previewer.want(wanted);
  }

  return {
    want(subjects) {
      if (previewer) return previewer.want(subjects);
      wanted = subjects;
      if (subjects.length > 0) loading ??= load().catch(() => void (loading = null));
    },
    release(id) {
      wanted = wanted.filter((subject) => subject.id !== id);
      previewer?.release(id);
    },
    destroy() {
      isDestroyed = true;
      previewer?.destroy();
    },
  };
}
