import { canShrink } from './canShrink.js';
import type { createShrinking, ShrinkingDeps } from './createShrinking.js';
import type { ItemId } from './item.js';

/** What makes refused pictures fit, loaded with the first of them. When it does not come, over a lost connection say, they say so, and the next wish asks again. */
export function createLazyShrinking(deps: ShrinkingDeps): ReturnType<typeof createShrinking> {
  let shrinking: ReturnType<typeof createShrinking> | null = null;
  let isDestroyed = false;

  const load = async (): Promise<ReturnType<typeof createShrinking> | null> => {
    const loaded = await import('./createShrinking.js').catch(() => null);
    if (!isDestroyed && loaded) shrinking ??= loaded.createShrinking(deps);
    return shrinking;
  };
  const isAny = (ids: readonly ItemId[]): boolean => ids.some((id) => canShrink(deps.queue.store.getState().byId.get(id)));

  const tellNotLoaded = (ids: readonly ItemId[]): void => {
    const shrinkable = ids.filter((id) => isAny([id]));
    deps.queue.sendAll(shrinkable.map((id) => [id, { type: 'shrinking', shrinking: { status: 'notLoaded' } }]));
  };

  return {
    async makeSmaller(ids) {
      if (!isAny(ids)) return;
      const loaded = await load();
      if (!loaded) return tellNotLoaded(ids);
      await loaded.makeSmaller(ids);
    },
    convert(ids) {
      if (deps.decodeHeic && isAny(ids)) void load().then((loaded) => (loaded ? loaded.convert(ids) : tellNotLoaded(ids)));
    },
    release: (id) => shrinking?.release(id),
    destroy() {
      isDestroyed = true;
      shrinking?.destroy();
    },
  };
}
