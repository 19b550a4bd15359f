import { join } from 'node:path';

/** A real file of each kind, by its name. */
export const mediaPath = (name: string): string => join(import.meta.dirname, '../fixtures/media', name);
