import type { SettingsInput } from '../../config/settings.js';

/** What has to be true before an exchange is played. */
export interface Scene {
  readonly settings: SettingsInput;
  /** Curl commands that come first. */
  readonly before: readonly string[];
  /** Whether its addresses are those of an upload: stored, or stored and deleted again. */
  readonly upload: 'none' | 'stored' | 'deleted';
  /** Whether it counts what came before, so that it needs a server of its own. */
  readonly isAlone: boolean;
}

export const GUEST_KEY = 'guest-key-of-16-or-more';
const GUEST: SettingsInput = { guestUploads: true, guestApiKey: GUEST_KEY };

const upload = (part: string, rest = ''): string => `curl -i -H 'X-API-Key: chv_KEY' -F ${part} ${rest} http://host.example/api/1/upload`;
export const UPLOAD = upload('source=@a.png');
const ONLY_COMMON: SettingsInput = { formats: ['jpeg', 'png', 'gif'] };
const ONCE: SettingsInput = { duplicates: 'refuse' };
const flood = (unit: string, max: number): Scene => ({
  settings: { flood: { [unit]: max } },
  before: Array.from({ length: max }, () => upload('source=@still.webp')),
  upload: 'none',
  isAlone: true,
});
const repeated = (part: string): Scene => ({ settings: ONCE, before: [upload(part)], upload: 'none', isAlone: true });

/** By the exchange's name; all others are played with the settings a server has by itself. */
const SCENES: Readonly<Record<string, Partial<Scene>>> = {
  'c-image': { upload: 'stored' },
  'd-after-image': { upload: 'deleted' },
  'd-after-viewer': { upload: 'deleted' },
  'd-delete-url': { upload: 'stored' },
  'd-delete-url-again': { upload: 'deleted' },
  'd-delete-url-bad': { upload: 'stored' },
  'e-disabled-bmp': { settings: ONLY_COMMON },
  'e-disabled-mp4': { settings: ONLY_COMMON },
  'e-disabled-webp': { settings: ONLY_COMMON },
  'e-dup': repeated('source=@a.png'),
  'e-dup-admin': repeated('source=@a.png'),
  'e-dup-b64': repeated('source=@still.webp'),
  'e-dup-bmp': repeated('source=@pic.bmp'),
  'e-dup-jpg': repeated('source=@photo.jpg'),
  'e-dup-width': { ...repeated('source=@photo-norot.jpg'), before: [upload('source=@photo-norot.jpg', '-F width=320')] },
  'e-flood': flood('minute', 1),
  'e-flood-admin': flood('minute', 1),
  'e-flood-day': flood('day', 5),
  'e-guestkey': { settings: GUEST },
  'e-guestkey-meta': { settings: GUEST },
  'e-toobig': { settings: { maxBytes: 1_000_000 } },
  'e-toobig-admin': { settings: { maxBytes: 1_000_000 } },
};

export const sceneOf = (name: string): Scene => ({ settings: {}, before: [], upload: 'none', isAlone: false, ...SCENES[name] });
