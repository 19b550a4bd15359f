import type { MediaFormat } from '../shared/mediaFormat.js';

/** One stored picture or video, as the widget knows it: the parsed, checked part of the host's `image` object. URLs are http(s). */
export interface StoredImage {
  /** The host's `id_encoded`. */
  readonly id: string;
  readonly kind: 'image' | 'video';
  readonly title: string;
  /** The stored file's name with its extension. */
  readonly fileName: string;
  readonly mimeType: string;
  readonly sizeBytes: number;
  readonly widthPx: number;
  readonly heightPx: number;
  /** 0 for pictures. */
  readonly durationSeconds: number;
  readonly isAnimated: boolean;
  /** False while a moderator has not approved it: only `viewerUrl` is there then. */
  readonly isApproved: boolean;
  readonly md5: string | null;
  readonly expiresAtMs: number | null;
  /** The original file. */
  readonly url: string | null;
  /** Its page on the host. */
  readonly viewerUrl: string;
  readonly thumbUrl: string | null;
  readonly mediumUrl: string | null;
  /** A video's still. */
  readonly frameUrl: string | null;
  /** A capability: a plain GET of it deletes the image. Show it as text, never as a link. */
  readonly deleteUrl: string | null;
}

/** What a person may say about one upload; absent means the host's default. Sent as the V1.1 parameters. */
export interface UploadOptions {
  /** Up to 100 characters. */
  readonly title?: string;
  readonly description?: string;
  /** Each up to 32 characters, without `/`, `#` and `,`. */
  readonly tags?: readonly string[];
  /** The `id` of an `Album`. */
  readonly albumId?: string;
  /** The `id` of a `Category`. */
  readonly categoryId?: string;
  /** Target width in pixels, not above the original's. */
  readonly widthPx?: number;
  /** ISO 8601 duration, `PT5M` to `P1Y`. */
  readonly expiration?: string;
  /** Marks it as not safe for work. */
  readonly isNsfw?: boolean;
}

/** One of the options that a host may honour: `HostLimits.options`. */
export type UploadOptionName = keyof UploadOptions;

/** An album of the host. */
export interface Album {
  readonly id: string;
  readonly name: string;
  readonly url: string | null;
  readonly privacy: AlbumPrivacy;
  readonly imageCount: number;
  readonly parentId: string | null;
}

/** Who may see an album: everybody, its owner, who has the link, who has the password. */
export type AlbumPrivacy = 'public' | 'private' | 'private_but_link' | 'password';

/** An album to be made. */
export interface AlbumDraft {
  /** 1 to 100 characters. */
  readonly name: string;
  /** Empty for none. */
  readonly description: string;
  readonly privacy: AlbumPrivacy;
  /** Only with `privacy: 'password'`. */
  readonly password?: string;
  /** The `id` of the album that it stands in. Default: in none. */
  readonly parentId?: string;
}

/** A category of the host, for `UploadOptions.categoryId`. */
export interface Category {
  readonly id: string;
  readonly name: string;
}

/** What a host takes and offers: the JSON of `GET /api/1/limits` (ours) and of the gateway's `GET limits`. */
export interface HostLimits {
  readonly formats: readonly MediaFormat[];
  /** Largest file in bytes. */
  readonly maxBytes: number;
  /** Which options the host honours; fields of others are not shown. */
  readonly options: readonly UploadOptionName[];
  /** Empty where the host has none. */
  readonly categories: readonly Category[];
  /** True where it fetches pictures from addresses. */
  readonly canUploadUrls: boolean;
  /** True where uploads are reviewed before they can be shared. */
  readonly isModerated: boolean;
  /** True where duplicates are refused with code 101 or 102. */
  readonly refusesDuplicates: boolean;
  /** Who uploads. */
  readonly account: {
    readonly kind: 'guest' | 'member';
    /** Where a guest may sign up or in; null where there is no such page. */
    readonly signUpUrl: string | null;
    readonly signInUrl: string | null;
    /** Guests' uploads are deleted after this ISO 8601 duration; null when kept. */
    readonly guestExpiration: string | null;
  };
}
