'use client';
import { useEffect, type RefObject } from 'react';
import type { ItemId } from '../journey/item.js';
import type { Uploader } from '../journey/uploader.js';
import { createPacer } from '../shared/createPacer.js';
import { useUploader } from './UploaderContext.js';

/** How far around the screen a tile is near: pictures are there when a person scrolls. */
const AROUND = '75%';
/** Who scrolls past does not look: what flew by is not even begun. */
const TELL_EVERY_MS = 120;

interface Sight {
  /** @returns stops watching */
  watch(element: Element, id: ItemId): () => void;
}

const sights = new WeakMap<Uploader, Sight>();

/** Has the picture of an item made while its element is on the screen or near it, and not before. */
export function useNearPreview(element: RefObject<Element | null>, id: ItemId): void {
  const uploader = useUploader();
  useEffect(() => {
    const sight = sights.get(uploader) ?? createSight(uploader);
    sights.set(uploader, sight);
    return element.current ? sight.watch(element.current, id) : undefined;
  }, [uploader, element, id]);
}

/** Tells the uploader, a few times a second, what is in sight and what is near. */
function createSight({ wantPreviews }: Uploader): Sight {
  const idOf = new Map<Element, ItemId>();
  const inView = new Set<Element>();
  const around = new Set<Element>();

  const pacer = createPacer(TELL_EVERY_MS, () => {
    const elements = new Set([...inView, ...around]);
    wantPreviews([...elements].flatMap((element) => idOf.get(element) ?? []));
  });
  const observer = (seen: Set<Element>, rootMargin: string): IntersectionObserver =>
    new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries) {
          if (isIntersecting && idOf.has(target)) seen.add(target);
          else seen.delete(target);
        }
        pacer.request();
      },
      { rootMargin },
    );
  const observers = [observer(inView, '0px'), observer(around, `${AROUND} 0px`)];

  return {
    watch(element, id) {
      idOf.set(element, id);
      for (const each of observers) each.observe(element);
      return () => {
        for (const each of observers) each.unobserve(element);
        idOf.delete(element);
        inView.delete(element);
        around.delete(element);
        pacer.request();
      };
    },
  };
}
