import type { Album, AlbumDraft } from '../../api/contract.js';
import type { AlbumsOption, GatewayOptions } from '../GatewayOptions.js';
import { createKeyAlbums } from './createKeyAlbums.js';
import { createSessionAlbums } from './createSessionAlbums.js';

/** How the gateway reaches albums. Every method rejects with a `GatewayError`. */
export interface AlbumWay {
  /** @param request the browser's, for the headers that are to be passed on */
  list(request: Request): Promise<readonly Album[]>;
  create(request: Request, draft: AlbumDraft, imageIds: readonly string[]): Promise<Album>;
  move(request: Request, albumId: string, imageIds: readonly string[]): Promise<Album>;
}

export const createAlbumWay = (options: GatewayOptions, way: AlbumsOption): AlbumWay =>
  way === 'key' ? createKeyAlbums(options) : createSessionAlbums(options.upstream, way);
