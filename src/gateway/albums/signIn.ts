import { GatewayError } from '../GatewayError.js';
import type { HostAccount } from '../GatewayOptions.js';
import { readCapped } from '../readCapped.js';
import { callHost } from './askHost.js';

/** What `/json` wants to see. */
export interface SignedIn {
  readonly cookie: string;
  readonly authToken: string;
}

const MAX_PAGE_BYTES = 2_000_000;

/** In a form's hidden field, or in a script's assignment. */
const AUTH_TOKEN = /auth_token\b[^<>]{0,40}?["']([0-9a-f]{40})["']|["']([0-9a-f]{40})["'][^<>]{0,40}?\bauth_token\b/i;

/**
 * Signs in as a person would: the page's token, the form, and then the token of the new session.
 *
 * @returns null when the host does not let the account in, or wants a second factor or a captcha
 * @throws GatewayError 502 when the host does not answer, or has no sign-in page
 */
export async function signIn(upstream: string, { user, password }: HostAccount): Promise<SignedIn | null> {
  const cookies = new Map<string, string>();
  const loginPage = await visit(upstream, '/login', cookies);
  const guestToken = tokenIn(loginPage.text);
  if (guestToken === null) throw new GatewayError(502, 'The host has no sign-in page');
  const form = new URLSearchParams({ auth_token: guestToken, 'login-subject': user, password });
  const answer = await visit(upstream, '/login', cookies, form);
  // A wrong password is answered by the page again; a second factor and an unconfirmed address lead to the account's pages.
  const isIn = answer.status >= 300 && answer.status < 400 && !/\/account\/|\/login\b/.test(answer.location);
  if (!isIn) return null;
  // Where an app stands in front of the host, its start page is the app's.
  for (const path of ['/', '/account']) {
    const authToken = tokenIn((await visit(upstream, path, cookies)).text);
    if (authToken !== null) return { cookie: cookieHeader(cookies), authToken };
  }
  return { cookie: cookieHeader(cookies), authToken: guestToken };
}

interface Page {
  readonly status: number;
  readonly location: string;
  readonly text: string;
}

/** @param form posted when given */
async function visit(upstream: string, path: string, cookies: Map<string, string>, form?: URLSearchParams): Promise<Page> {
  const headers = { Accept: 'text/html', ...(cookies.size > 0 && { Cookie: cookieHeader(cookies) }) };
  try {
    const answer = await callHost(new URL(path, upstream), form ? { method: 'POST', headers, body: form } : { headers });
    takeCookies(answer.headers, cookies);
    const text = (await readCapped(answer.body, MAX_PAGE_BYTES)) ?? '';
    return { status: answer.status, location: answer.headers.get('location') ?? '', text };
  } catch {
    throw new GatewayError(502, 'The host cannot be reached');
  }
}

function takeCookies(headers: Headers, cookies: Map<string, string>): void {
  for (const line of headers.getSetCookie()) {
    const [, name = '', value = ''] = /^([^=;\s]+)=([^;]*)/.exec(line) ?? [];
    const isTakenBack = value === '' || value === 'deleted' || /;\s*max-age=(?:0|-)/i.test(line);
    if (isTakenBack) cookies.delete(name);
    else cookies.set(name, value);
  }
}

const cookieHeader = (cookies: ReadonlyMap<string, string>): string =>
  Array.from(cookies, ([name, value]) => `${name}=${value}`).join('; ');

function tokenIn(page: string): string | null {
  const found = AUTH_TOKEN.exec(page);
  return found?.[1] ?? found?.[2] ?? null;
}
