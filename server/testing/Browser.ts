/** Keeps cookies as a browser does, and the token of the last form it saw. */
export class Browser {
  private readonly cookies = new Map<string, string>();
  authToken = '';

  constructor(
    private readonly url: string,
    private readonly agent = 'Test',
  ) {}

  cookieHeader(): string {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  async fetch(path: string, init: RequestInit = {}): Promise<Response> {
    const cookie = this.cookieHeader();
    const sent = init.headers as Record<string, string> | undefined;
    const headers = { 'User-Agent': this.agent, ...sent, ...(cookie !== '' && { Cookie: cookie }) };
    const response = await fetch(new URL(path, this.url), { ...init, headers, redirect: 'manual' });
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (/max-age=0/i.test(line)) this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    return response;
  }

  /** Opens a page; remembers its token. */
  async open(path: string): Promise<string> {
    const text = await (await this.fetch(path)).text();
    this.authToken = /name="auth_token" value="([0-9a-f]{40})"/.exec(text)?.[1] ?? this.authToken;
    return text;
  }

  /** Sends a form with the token. */
  post(path: string, fields: Record<string, string | Blob | readonly string[]>): Promise<Response> {
    const body = new FormData();
    body.append('auth_token', this.authToken);
    for (const [name, value] of Object.entries(fields)) {
      if (typeof value === 'string' || value instanceof Blob) body.append(name, value);
      else for (const each of value) body.append(name, each);
    }
    return this.fetch(path, { method: 'POST', body });
  }

  async signIn(username: string, password: string): Promise<Response> {
    await this.open('/login');
    const answer = await this.post('/login', { 'login-subject': username, password });
    if (answer.status === 302) await this.open('/account');
    return answer;
  }
}
