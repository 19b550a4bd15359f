import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { randomBytes } from 'node:crypto';
import { text } from 'node:stream/consumers';
import { exchange } from '../../api/testing/answers.js';

const USER = 'alice@photos.example';
const PASSWORD = 'pass & word of alice';

/** One request to `/json` that came with a session and its token. */
export interface JsonCall {
  readonly user: string | null;
  readonly fields: URLSearchParams;
}

interface Session {
  user: string | null;
  authToken: string;
}

/** A host as the recorded exchanges show it, with its sign-in and `/json`. */
export async function startHost() {
  const calls: JsonCall[] = [];
  const sessions = new Map<string, Session>();
  const state = {
    password: PASSWORD,
    signIns: 0,
    loginPosts: 0,
    albumExchange: null as string | null,
    wantsSecondFactor: false,
    tokens: [] as string[],
  };

  const newSession = (user: string | null): string => {
    const id = randomBytes(8).toString('hex');
    const authToken = randomBytes(20).toString('hex');
    state.tokens.push(authToken, id);
    sessions.set(id, { user, authToken });
    return id;
  };

  const sessionOf = ({ headers }: IncomingMessage): Session | undefined =>
    sessions.get(/PHPSESSID=(\w+)/.exec(headers.cookie ?? '')?.[1] ?? '');

  function page(incoming: IncomingMessage, outgoing: ServerResponse, html: (session: Session) => string): void {
    const id = sessionOf(incoming) ? null : newSession(null);
    const session = id === null ? sessionOf(incoming) : sessions.get(id);
    const headers = { 'Content-Type': 'text/html', ...(id !== null && { 'Set-Cookie': `PHPSESSID=${id}; path=/; HttpOnly` }) };
    outgoing.writeHead(200, headers).end(session ? html(session) : '');
  }

  const loginPage = ({ authToken }: Session): string =>
    `<form method="post" action="/login"><input type="hidden" name="auth_token" value="${authToken}"><input name="login-subject"></form>`;

  async function logIn(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    state.loginPosts++;
    const form = new URLSearchParams(await text(incoming));
    const session = sessionOf(incoming);
    if (!session || form.get('auth_token') !== session.authToken) return void outgoing.writeHead(403).end('<html>');
    if (form.get('login-subject') !== USER || form.get('password') !== state.password) return page(incoming, outgoing, loginPage);
    state.signIns++;
    const id = newSession(USER);
    const location = state.wantsSecondFactor ? 'http://host.example/account/two-factor' : 'http://host.example/';
    outgoing.writeHead(302, { Location: location, 'Set-Cookie': [`PHPSESSID=${id}; path=/`, 'OLD=deleted; Max-Age=0'] }).end();
  }

  async function answerJson(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const fields = new URLSearchParams(await text(incoming));
    const session = sessionOf(incoming);
    const isKnown = session !== undefined && fields.get('auth_token') === session.authToken;
    if (isKnown) calls.push({ user: session.user, fields });
    const name = isKnown ? (state.albumExchange ?? (fields.get('action') === 'move' ? 'w-move' : 'w-create-album')) : 'w-badtoken';
    const { status, body } = exchange(name);
    // As the host does: it echoes what it was sent, and tells the album's password and its owner's address.
    const { album, ...rest } = body as { album?: object };
    const told = album && { album: { ...album, password: fields.get('album[password]'), user: { email: USER } } };
    const echo = { ...rest, ...told, request: Object.fromEntries(fields) };
    outgoing.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(echo));
  }

  const server = createServer((incoming, outgoing) => {
    const route = `${incoming.method} ${incoming.url}`;
    if (route === 'GET /login') return page(incoming, outgoing, loginPage);
    if (route === 'POST /login') return void logIn(incoming, outgoing);
    if (route === 'GET /')
      return page(incoming, outgoing, ({ authToken }) => `<script>PF.obj.config.auth_token = "${authToken}";</script>`);
    if (route === 'POST /json') return void answerJson(incoming, outgoing);
    outgoing.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    account: { user: USER, password: PASSWORD },
    calls,
    state,
    /** As when the host cleans up its sessions. */
    forgetSessions: () => sessions.clear(),
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
