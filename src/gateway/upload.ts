import type { KeptAnswer } from './answerStore.js';
import type { CountUpload } from './clientLimit.js';
import type { Answers } from './createAnswers.js';
import { GatewayError } from './GatewayError.js';
import type { GatewayOptions } from './GatewayOptions.js';
import { checkAuthorized } from './guard.js';
import { passOn } from './passOn.js';
import { relayUpload } from './relayUpload.js';

const MAX_KEY_CHARACTERS = 256;

export interface UploadRoute {
  readonly options: GatewayOptions;
  readonly answers: Answers;
  readonly countUpload: CountUpload;
}

/** Answers one upload: as JSON, or with a page where the browser asks for one, which is what a form without JavaScript does. */
export async function answerUpload(request: Request, route: UploadRoute): Promise<Response> {
  if (!/^text\/html\b/.test(request.headers.get('accept') ?? '')) return passOn(await upload(request, route));
  // Only here, for hardly anybody uploads without a script.
  const { answerPage } = await import('./answerPage.js');
  try {
    return answerPage(await upload(request, route));
  } catch (thrown) {
    if (thrown instanceof GatewayError) return answerPage(thrown.toAnswer());
    throw thrown;
  }
}

async function upload(request: Request, { options, answers, countUpload }: UploadRoute): Promise<KeptAnswer> {
  const { subject = '', fields = {} } = await checkAuthorized(request, options.authorize);
  const repeatKey = request.headers.get('idempotency-key');
  if (repeatKey !== null && repeatKey.length > MAX_KEY_CHARACTERS) throw new GatewayError(400, 'The Idempotency-Key is too long');
  // The subject comes first and its length with it: no key can reach into another subject's answers.
  const key = repeatKey === null ? null : `${subject.length}:${subject}:${repeatKey}`;
  const upstreamKey = key === null || subject === '' ? repeatKey : await digest(key);
  return answers.once(key, (repeated) => {
    countUpload(request, subject);
    return relayUpload(request, options, { fixed: fields, idempotencyKey: upstreamKey, repeated });
  });
}

/** To the upstream all subjects are one account, so there, too, one subject's key must not be another's. */
async function digest(key: string): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(key)));
  return Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
