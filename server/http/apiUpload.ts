import type { Context } from 'hono';
import type { ApiError } from '../apiError.js';
import type { FullImage } from '../db/images.js';
import { readOptions } from '../upload/readOptions.js';
import { storeUpload } from '../upload/storeUpload.js';
import { tellRefused, tellStored } from '../upload/tellUpload.js';
import type { Uploader } from '../upload/Uploader.js';
import { apiUploader } from './apiUploader.js';
import { type HeldFields, NoRoomError } from './fieldMemory.js';
import { deleteUrl, imageJson } from './imageJson.js';
import { type Form, createForm, readForm } from './readForm.js';
import { removeSent, sourceOf } from './sourceOf.js';
import { baseOf, refusalOf, type ServerEnv } from './serverEnv.js';

const NO_STORE = { 'Cache-Control': 'no-store, no-cache, must-revalidate' };
const MAX_KEY_CHARS = 255;
/** Base64 stands in one field, which is held in memory; larger files are sent as files. */
const MAX_FIELD_BYTES = 32_000_000;

/** `/api/1/upload`: fields by `POST`, or by `GET` in the address. Any other method says nothing, as on hosts. */
export async function apiUpload(c: Context<ServerEnv>): Promise<Response> {
  let format = new URL(c.req.url).searchParams.get('format');
  const held = c.var.server.fieldMemory.open();
  try {
    // A key in the header is judged before the body is read: nothing of a stranger's is stored.
    const early = c.req.header('x-api-key') ? await apiUploader(c, null) : null;
    const form = await readRequest(c, held);
    format = form.value('format') ?? format;
    try {
      const uploader = early ?? (await apiUploader(c, form.value('key')));
      return await uploadOnce(c, form, uploader, format);
    } finally {
      await removeSent(form);
    }
  } catch (thrown) {
    return refuse(c, thrown, format);
  } finally {
    held.release();
  }
}

function refuse(c: Context<ServerEnv>, thrown: unknown, format: string | null): Response {
  if (c.var.server.closing.aborted) return sendLater(c, 'closing', 'The server is closing');
  if (thrown instanceof NoRoomError) return sendLater(c, 'busy', 'The server is busy');
  const error = refusalOf(c, thrown);
  tellRefused(c, error);
  return errorAnswer(c, error, format);
}

/** What a client waits out and sends again by itself. */
function sendLater(c: Context<ServerEnv>, code: string, message: string): Response {
  tellRefused(c, { code, message });
  const error = { message, code: 600 };
  return c.json({ status_code: 503, error, status_txt: 'Service Unavailable' }, 503, { ...NO_STORE, 'Retry-After': '5' });
}

async function readRequest(c: Context<ServerEnv>, held: HeldFields): Promise<Form> {
  const { settings, temporaryFolder, closing } = c.var.server;
  if (c.req.method !== 'POST') return createForm(c.req.method === 'GET' ? [...new URL(c.req.url).searchParams] : [], null);
  const maxFieldBytes = Math.min(MAX_FIELD_BYTES, Math.ceil((settings.maxBytes * 4) / 3) + 100_000);
  return readForm(c.env.incoming, { temporaryFolder, maxFileBytes: settings.maxBytes, maxFieldBytes, held, signal: closing });
}

/** A repeat of an Idempotency-Key gets the first answer; one that comes while the first is at work waits for it. */
async function uploadOnce(c: Context<ServerEnv>, form: Form, uploader: Uploader, format: string | null): Promise<Response> {
  const key = c.req.header('idempotency-key')?.slice(0, MAX_KEY_CHARS) || null;
  if (key === null) return answer(c, await store(c, form, uploader, null), form, format);
  const { locks, db } = c.var.server;
  return locks.run(`${uploader.owner} ${key}`, async () => {
    const kept = await db
      .selectFrom('idempotency')
      .select('answer_json')
      .where('owner', '=', uploader.owner)
      .where('key', '=', key)
      .executeTakeFirst();
    return answer(c, kept ? (JSON.parse(kept.answer_json) as Record<string, unknown>) : await store(c, form, uploader, key), form, format);
  });
}

async function store(
  c: Context<ServerEnv>,
  form: Form,
  uploader: Uploader,
  idempotencyKey: string | null,
): Promise<Record<string, unknown>> {
  const options = readOptions(form);
  const { file, declaredMime } = await sourceOf(c, form, uploader);
  const describe = (image: FullImage): Record<string, unknown> => ({
    ...imageJson(image, baseOf(c), c.var.server.now()),
    delete_url: deleteUrl(image, baseOf(c)),
  });
  const image = await storeUpload(c.var.server, { file, declaredMime, options, uploader, idempotencyKey, answer: describe });
  tellStored(c, image);
  return describe(image);
}

const SUCCESS = { message: 'file uploaded', code: 200 };

function answer(c: Context<ServerEnv>, image: Record<string, unknown>, form: Form, format: string | null): Response {
  if (format === 'txt') return c.text(String(image['url'] ?? image['url_viewer']), 200, NO_STORE);
  if (format === 'redirect') return c.body(null, 302, { ...NO_STORE, Location: String(image['path_viewer']) });
  const isImgbb = form.has('image');
  const json = isImgbb
    ? { status_code: 200, status: 200, success: SUCCESS, data: { ...image, id: image['id_encoded'] }, status_txt: 'OK' }
    : { status_code: 200, success: SUCCESS, image, status_txt: 'OK' };
  return c.json(json, 200, NO_STORE);
}

/** The API's own shape; a bare message where text was asked for. Always 400: the meaning is in the code. */
export function errorAnswer(c: Context<ServerEnv>, error: Pick<ApiError, 'code' | 'message'>, format: string | null): Response {
  if (format === 'txt' || format === 'redirect') return c.text(error.message, 400, NO_STORE);
  return c.json({ status_code: 400, error: { message: error.message, code: error.code }, status_txt: 'Bad Request' }, 400, NO_STORE);
}
