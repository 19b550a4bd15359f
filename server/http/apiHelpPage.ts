import type { Context } from 'hono';
import { MEDIA_FORMAT_FACTS } from '../../src/shared/mediaFormat.js';
import { formatBytes } from '../units.js';
import { html, type Markup } from './html.js';
import { sendPage } from './pages.js';
import { baseOf, type ServerEnv } from './serverEnv.js';

/** Of every parameter: its name, whether it must be there, and what it means. */
const PARAMETERS: readonly (readonly [name: string, isRequired: boolean, meaning: string])[] = [
  ['source', true, 'A binary file (multipart), or base64 data.'],
  ['key', false, 'The API key, where no header can be sent.'],
  ['title', false, "The title. Default: the one in the file's metadata, else its name."],
  ['description', false, "The description. Default: the one in the file's metadata."],
  ['tags', false, 'Tags, separated by commas.'],
  ['album_id', false, "The id of an album of the key's owner."],
  ['category_id', false, 'The id of a category.'],
  ['width', false, 'The width in pixels to scale down to; the height follows.'],
  ['expiration', false, 'When the upload is deleted: PT5M after five minutes, P3D after three days. From five minutes to one year.'],
  ['nsfw', false, '1 where the content is not safe for work, else 0.'],
  ['format', false, 'What the answer is: json (the default), txt or redirect.'],
  ['use_file_date', false, '1 to file it under the day it was taken instead of the day it was sent. For administrators.'],
];

/** `GET /api-v1`: how to use the API. Where keys are made is another page for those who are signed in. */
export function apiHelpPage(c: Context<ServerEnv>, isSignedIn: boolean): Response {
  const address = `${baseOf(c)}/api/1/upload`;
  const body = html`<h1>API V1.1</h1>
    <p>Uploads files and gives back their addresses.</p>
    ${keyPart(isSignedIn)} ${requestPart(c, address)} ${parameterTable()} ${examples(address)} ${answers(address)}`;
  return sendPage(c, { title: 'API V1.1', body });
}

const keyPart = (isSignedIn: boolean): Markup =>
  html`<h2>API key</h2>
    <p>
      Every request needs a key. ${isSignedIn ? html`Make one` : html`<a href="/login">Sign in</a>, and make one`} in your
      <a href="/account/settings">settings</a>.
    </p>`;

function requestPart(c: Context<ServerEnv>, address: string): Markup {
  const { settings, tools } = c.var.server;
  const formats = settings.formats.filter((format) => tools !== null || MEDIA_FORMAT_FACTS[format].kind === 'image');
  const extensions = formats.flatMap((format) => MEDIA_FORMAT_FACTS[format].extensions);
  return html`<h2>Request</h2>
    <pre>POST ${address}</pre>
    <p>GET is answered too, with the parameters in the address; files and base64 need POST. The key goes into a header:</p>
    <pre>X-API-Key: chv_key_here</pre>
    <p>Formats: ${extensions.map((extension) => extension.toUpperCase()).join(' ')}. Largest file: ${formatBytes(settings.maxBytes)}.</p>
    <p>A request with the header <code>Idempotency-Key</code> may be sent again: it is stored once, and gets the same answer.</p>`;
}

const parameterTable = (): Markup =>
  html`<h2>Parameters</h2>
    <table>
      <thead>
        <tr>
          <th>Name</th>
          <th>Meaning</th>
        </tr>
      </thead>
      <tbody>
        ${PARAMETERS.map(
          ([name, isRequired, meaning]) =>
            html`<tr>
              <td><code>${name}</code></td>
              <td>${isRequired ? html`<strong>Required.</strong> ` : null}${meaning}</td>
            </tr>`,
        )}
      </tbody>
    </table>`;

const examples = (address: string): Markup =>
  html`<h2>Example</h2>
    <pre>
curl --fail-with-body -X POST \\
  -H "X-API-Key: chv_key_here" \\
  -H "Content-Type: multipart/form-data" \\
  -F "source=@image.jpeg" \\
  ${address}</pre>
    <p>A video says what it is: <code>-F "source=@clip.mp4;type=video/mp4"</code></p>`;

const answers = (address: string): Markup =>
  html`<h2>Answer</h2>
    <p><code>format=json</code>: the status 200 and all about the upload, with its addresses.</p>
    <pre>
{
  "status_code": 200,
  "success": { "message": "file uploaded", "code": 200 },
  "image": {
    "name": "image",
    "extension": "jpeg",
    "url": "${new URL(address).origin}/images/2026/01/31/image.jpeg",
    "url_viewer": "${new URL(address).origin}/image/aB3dE5gH",
    "delete_url": "${new URL(address).origin}/image/aB3dE5gH/delete/…"
  },
  "status_txt": "OK"
}</pre>
    <p>What is refused has the status 400, and the reason in <code>error</code>.</p>
    <pre>{ "status_code": 400, "error": { "message": "No key provided", "code": 100 }, "status_txt": "Bad Request" }</pre>
    <p>
      <code>format=txt</code>: the address of the file and nothing else. <code>format=redirect</code>: leads to the page of the upload.
    </p>`;
