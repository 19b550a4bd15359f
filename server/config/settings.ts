import { readFile } from 'node:fs/promises';
import * as v from 'valibot';
import { durationSeconds } from '../../src/shared/durationSeconds.js';
import { MEDIA_FORMATS } from '../../src/shared/mediaFormat.js';
import { isNetwork } from '../fetching/publicAddress.js';
import { PRESETS } from './presets.js';

const isOn = (initially: boolean) => v.optional(v.boolean(), initially);
const count = v.pipe(v.number(), v.integer(), v.minValue(1));
const perTime = v.optional(v.nullable(count), null);
const duration = v.pipe(
  v.string(),
  v.check((text) => durationSeconds(text) !== null, 'expected an ISO 8601 duration such as P30D'),
);
const origin = v.pipe(
  v.string(),
  v.check(
    (text) => URL.canParse(text) && /^https?:/.test(text) && new URL(text).origin === text,
    'expected an origin such as https://site.example',
  ),
);

const network = v.pipe(v.string(), v.check(isNetwork, 'expected a network such as 10.0.0.0/8 or fd00::/8'));

/** `settings.json`. Every field may be left out. Described for people in docs/server.md. */
const settingsSchema = v.strictObject({
  name: v.optional(v.pipe(v.string(), v.minLength(1), v.maxLength(60)), 'Dropline'),
  publicUrl: v.optional(v.nullable(origin), null),
  formats: v.optional(v.pipe(v.array(v.picklist(MEDIA_FORMATS)), v.minLength(1)), [...MEDIA_FORMATS]),
  maxBytes: v.optional(v.pipe(count, v.maxValue(10_000_000_000)), 100_000_000),
  guestUploads: isOn(false),
  guestApiKey: v.optional(v.nullable(v.pipe(v.string(), v.minLength(16))), null),
  guestAlbums: isOn(false),
  guestExpiration: v.optional(v.nullable(duration), null),
  signUp: isOn(false),
  moderation: isOn(false),
  urlUploads: isOn(false),
  urlUploadNetworks: v.optional(v.array(network), []),
  proxies: v.optional(v.array(network), []),
  duplicates: v.optional(v.picklist(['allow', 'refuse']), 'allow'),
  categories: v.optional(v.array(v.strictObject({ id: count, name: v.pipe(v.string(), v.minLength(1), v.maxLength(60)) })), []),
  flood: v.optional(v.strictObject({ minute: perTime, hour: perTime, day: perTime, week: perTime, month: perTime }), {
    minute: null,
    hour: null,
    day: null,
    week: null,
    month: null,
  }),
  cors: v.optional(v.array(origin), []),
});

export type Settings = v.InferOutput<typeof settingsSchema>;
export type SettingsInput = v.InferInput<typeof settingsSchema>;

/** @throws Error that names each wrong field, its value and what is expected */
export function parseSettings(input: unknown, source = 'settings'): Settings {
  const parsed = v.safeParse(settingsSchema, input);
  if (parsed.success) return parsed.output;
  const lines = parsed.issues.map((issue) => `  ${v.getDotPath(issue) ?? '(whole file)'}: ${reasonOf(issue)}`);
  throw new Error(`${source} is not valid, so the server does not start with other settings than you meant:\n${lines.join('\n')}`);
}

const reasonOf = ({ type, expected, message }: v.BaseIssue<unknown>): string =>
  type === 'strict_object' && expected === 'never' ? 'there is no such setting' : message;

/**
 * A preset, or what `settings.json` says, or both: the file wins field by field.
 *
 * @throws Error for a preset that is none, a file that is no JSON, and wrong values
 */
export async function loadSettings(path: string, preset: string | null): Promise<Settings> {
  const base = preset === null ? {} : PRESETS[preset];
  if (!base)
    throw new Error(`SETTINGS is ${JSON.stringify(preset)}, which is no preset. Set it to one of: ${Object.keys(PRESETS).join(', ')}.`);
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '{}';
    throw new Error(`${path} cannot be read: ${error.message}`, { cause: error });
  });
  const written = parseJson(text, path);
  if (typeof written !== 'object' || written === null || Array.isArray(written)) throw new Error(`${path} must hold one JSON object.`);
  return parseSettings({ ...base, ...written }, path);
}

function parseJson(text: string, path: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new Error(`${path} is not valid JSON: ${String(cause)}`, { cause });
  }
}
