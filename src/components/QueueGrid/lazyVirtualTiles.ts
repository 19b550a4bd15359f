'use client';
import { lazyPart } from '../lazyPart/lazyPart.js';

/** What draws long lists only where they are seen. */
export const VirtualTiles = lazyPart(async () => (await import('./VirtualTiles.js')).VirtualTiles);
