import { existsSync, readFileSync } from 'node:fs';
import { basename, extname, join, resolve } from 'node:path';

const MEDIA = resolve(import.meta.dirname, '../../fixtures/media');

/** What curl calls a part by its name's ending; everything else is bytes. */
const TYPES: Readonly<Record<string, string>> = {
  '.gif': 'image/gif',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain',
  '.htm': 'text/html',
  '.html': 'text/html',
  '.pdf': 'application/pdf',
  '.xml': 'application/xml',
};

export interface CurlRequest {
  readonly url: string;
  readonly init: { method: string; headers: Record<string, string>; body?: FormData | string };
}

/** Words of a shell command, with single quotes. */
const wordsOf = (command: string): string[] => [...command.matchAll(/(?:'([^']*)'|[^\s'])+/g)].map(([word]) => word.replaceAll("'", ''));

const readMedia = (path: string, folder: string): Buffer<ArrayBuffer> =>
  readFileSync(existsSync(join(folder, path)) ? join(folder, path) : join(MEDIA, path));

const fileOf = (text: string, folder: string): File => {
  const [path = '', ...attributes] = text.slice(1).split(';');
  const attribute = (name: string): string | undefined =>
    attributes
      .find((each) => each.startsWith(`${name}=`))
      ?.slice(name.length + 1)
      .replaceAll('"', '');
  const type = attribute('type') ?? TYPES[extname(path)] ?? 'application/octet-stream';
  return new File([readMedia(path, folder)], attribute('filename') ?? basename(path), { type });
};

const addPart = (form: FormData, text: string, folder: string, isPlain: boolean): void => {
  const at = text.indexOf('=');
  const name = text.slice(0, at);
  const value = text.slice(at + 1);
  if (isPlain || !/^[@<]/.test(value)) form.append(name, value);
  else if (value.startsWith('<')) form.append(name, readMedia(value.slice(1).replace(/\.b64$/, ''), folder).toString('base64'));
  else form.append(name, fileOf(value, folder));
};

/** The request that a recorded curl command sends; file parts are read from `folder`, else from the fixtures. */
export function readCurl(command: string, folder = MEDIA): CurlRequest {
  const [, ...words] = wordsOf(command);
  const headers: Record<string, string> = {};
  const form = new FormData();
  const data: string[] = [];
  let method: string | null = null;
  let url = '';
  for (let word = words.shift(); word !== undefined; word = words.shift()) {
    if (word === '-i') continue;
    if (word === '-I') method = 'HEAD';
    else if (word === '-X') method = words.shift() ?? '';
    else if (word === '-H') {
      const [, name = '', value = ''] = /^([^:;]+)[:;]\s*(.*)$/.exec(words.shift() ?? '') ?? [];
      headers[name] = value;
    } else if (word === '-F' || word === '--form') addPart(form, words.shift() ?? '', folder, false);
    else if (word === '--form-string') addPart(form, words.shift() ?? '', folder, true);
    else if (word === '--data') data.push(words.shift() ?? '');
    else if (word === '--data-urlencode')
      data.push((words.shift() ?? '').replace(/=(.*)$/s, (_, value: string) => `=${encodeURIComponent(value)}`));
    else if (word === '-b' || word === '-c') words.shift();
    else url = word;
  }
  const hasForm = [...form.keys()].length > 0;
  const body = data.length > 0 ? data.join('&') : hasForm ? form : undefined;
  if (data.length > 0) headers['Content-Type'] ??= 'application/x-www-form-urlencoded';
  return { url, init: { method: method ?? (body === undefined ? 'GET' : 'POST'), headers, ...(body !== undefined && { body }) } };
}
