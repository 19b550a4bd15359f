import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addMember } from './testing/addMember.js';
import { readCurl } from './testing/curl.js';
import { type StartedServer, startServer } from './testing/startServer.js';
import { received, recorded } from './testing/wire/compare.js';
import { completeBase64 } from './testing/wire/completeBase64.js';
import { EXCEPTIONS } from './testing/wire/exceptions.js';
import { type Exchange, EXCHANGES, isJsonRoute } from './testing/wire/exchanges.js';
import { makeLargeMedia } from './testing/wire/makeLargeMedia.js';
import { GUEST_KEY, type Scene, sceneOf, UPLOAD } from './testing/wire/scenes.js';

interface Host {
  readonly server: StartedServer;
  readonly memberKey: string;
}

const hosts = new Map<string, Promise<Host>>();
/** Media that are too large to be kept beside the others. */
let folder = '';

beforeAll(async () => {
  folder = await makeLargeMedia();
});

afterAll(async () => {
  for (const host of hosts.values()) await (await host).server.close();
  await rm(folder, { recursive: true, force: true });
});

/** One server for every set of settings. */
function hostOf(name: string, { settings, isAlone }: Scene): Promise<Host> {
  const key = isAlone ? name : JSON.stringify(settings);
  const host = hosts.get(key) ?? start(settings);
  hosts.set(key, host);
  return host;
}

async function start(settings: Scene['settings']): Promise<Host> {
  const server = await startServer({ settings, hasFaults: false });
  const { apiKey } = await addMember(server.dataDir, 'alice', 'a password');
  return { server, memberKey: apiKey };
}

/** Plays a curl command with the addresses and keys of this server. */
async function send({ server }: Host, command: string, key: string): Promise<Response> {
  const filled = command.replaceAll('http://host.example', server.url).replaceAll('chv_KEY', key).replaceAll('GUEST_KEY', GUEST_KEY);
  const { url, init } = readCurl(filled, folder);
  return fetch(url, { ...init, redirect: 'manual' });
}

interface Addresses {
  readonly url: string;
  readonly url_viewer: string;
  readonly delete_url: string;
}

/** The recorded command with the addresses of an upload of our own. */
async function withUpload(host: Host, { request, name }: Exchange, key: string, isDeleted: boolean): Promise<string> {
  const { image } = (await (await send(host, UPLOAD, key)).json()) as { image: Addresses };
  if (isDeleted) await fetch(image.delete_url, { redirect: 'manual' });
  const deleteUrl = name.endsWith('-bad') ? image.delete_url.replace(/.{3}$/, '000') : image.delete_url;
  return request
    .replace(/http:\S+\/images\/\S+/, image.url)
    .replace(/http:\S+\/delete\/\S+/, deleteUrl)
    .replace(/http:\/\/host.example\/image\/\S+/, image.url_viewer);
}

async function play(exchange: Exchange, request: string): Promise<Response> {
  const scene = sceneOf(exchange.name);
  const host = await hostOf(exchange.name, scene);
  const key = exchange.name.includes('admin') ? host.server.apiKey : host.memberKey;
  for (const command of scene.before) await send(host, command, key);
  return send(host, scene.upload === 'none' ? request : await withUpload(host, exchange, key, scene.upload === 'deleted'), key);
}

/** Those whose request is whole. */
const PLAYED = EXCHANGES.filter((each) => !isJsonRoute(each)).flatMap((exchange) => {
  const request = completeBase64(exchange.request);
  return request === null ? [] : [{ ...exchange, request, isException: exchange.name in EXCEPTIONS }];
});

describe('the recorded exchanges of 4.2.0', () => {
  it.each(PLAYED.filter(({ isException }) => !isException))('$name: $what', async (exchange) => {
    expect(await received(await play(exchange, exchange.request))).toEqual(recorded(exchange));
  });

  it.each(PLAYED.filter(({ isException }) => isException))('are answered otherwise in $name: $what', async (exchange) => {
    const answered = await received(await play(exchange, exchange.request));
    const { status, code } = EXCEPTIONS[exchange.name] ?? {};
    expect(answered).toMatchObject(code === undefined ? { status } : { status, code });
    expect(answered).not.toEqual(recorded(exchange));
  });

  it('are played but for what the table names', () => {
    console.log(`${PLAYED.length} exchanges played, ${Object.keys(EXCEPTIONS).length} of them exceptions.`);
    expect(PLAYED.map(({ name }) => name)).toEqual(expect.arrayContaining(Object.keys(EXCEPTIONS)));
  });
});
