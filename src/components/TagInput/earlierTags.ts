import { uniqueTags } from './tags.js';

const STORAGE_NAME = 'dropline-tags';
const MOST_KEPT = 100;

/** The tags of earlier visits, the latest first. Empty where the browser keeps nothing, or something else. */
export function readEarlierTags(): readonly string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(STORAGE_NAME) ?? '[]');
    return Array.isArray(kept) ? kept.filter((tag) => typeof tag === 'string').slice(0, MOST_KEPT) : [];
  } catch {
    return [];
  }
}

/** Keeps tags to be suggested later. Storage may be full or forbidden; then there are no suggestions. */
export function keepTags(tags: readonly string[]): void {
  try {
    localStorage.setItem(STORAGE_NAME, JSON.stringify(uniqueTags([...tags, ...readEarlierTags()]).slice(0, MOST_KEPT)));
  } catch {
    // A convenience only.
  }
}
