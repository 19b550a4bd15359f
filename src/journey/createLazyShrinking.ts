import { canShrink } from './canShrink.js';
import type { createShrinking, ShrinkingDeps } from './createShrinking.js';
import type { ItemId } from './item.js';

/** What makes refused pictures fit, loaded with the first of them. When it does not come, over a lost connection say, the next wish asks again. */
export function createLazyShrinking(deps: ShrinkingDeps): ReturnType<typeof createShrinking> {
  let shrinking: ReturnType<typeof createShrinking> | null = null;
  let isDestroyed = false;

  const load = async (): Promise<ReturnType<typeof createShrinking> | null> => {
    const loaded = await import('./createShrinking.js').catch(() => null);
    if (!isDestroyed && loaded) shrinking ??= loaded.createShrinking(deps);
    return shrinking;
  };
  const isAny = (ids: readonly ItemId[]): boolean => ids.some((id) => canShrink(deps.queue.store.getState().byId[id]));

  return {
    makeSmaller: async (ids) => (isAny(ids) ? (await load())?.makeSmaller(ids) : undefined),
    convert(ids) {
      if (deps.decodeHeic && isAny(ids)) void load().then((loaded) => loaded?.convert(ids));
    },
    release: (id) => shrinking?.release(id),
    destroy() {
      isDestroyed = true;
      shrinking?.destroy();
    },
  };
}
