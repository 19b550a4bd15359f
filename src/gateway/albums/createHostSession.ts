import { nowMs } from '../../shared/clock.js';
import { GatewayError } from '../GatewayError.js';
import type { HostAccount } from '../GatewayOptions.js';
import { askHost, errorIn, type HostReply } from './askHost.js';
import { signIn, type SignedIn } from './signIn.js';

export type JsonFields = readonly (readonly [name: string, value: string])[];

export interface HostSession {
  /**
   * Asks `/json` as the account. Signs in first, and once more when the host no longer knows the session.
   *
   * @returns the answer, and what of it nobody may see
   * @throws GatewayError 500 when the host does not let the account in, 502 when it does not answer
   */
  ask(action: string, fields: JsonFields): Promise<{ readonly reply: HostReply; readonly secrets: readonly string[] }>;
}

/** A wrong password tried again and again makes a host lock the account. */
const REFUSED_MS = 60_000;

/** @param now milliseconds since the epoch */
export function createHostSession(upstream: string, account: HostAccount, now: () => number = nowMs): HostSession {
  /** Of all requests: they share one session, and one sign-in. */
  let session: Promise<SignedIn> | null = null;
  let refusedUntilMs = 0;

  async function begin(): Promise<SignedIn> {
    if (now() < refusedUntilMs) throw cannotSignIn();
    const signedIn = await signIn(upstream, account);
    if (signedIn) return signedIn;
    refusedUntilMs = now() + REFUSED_MS;
    throw cannotSignIn();
  }

  function open(): Promise<SignedIn> {
    if (session) return session;
    const opening = begin();
    session = opening;
    opening.catch(() => close(opening));
    return opening;
  }

  /** Only if nobody has opened another one since. */
  function close(old: Promise<SignedIn>): void {
    if (session === old) session = null;
  }

  const askAs = ({ cookie, authToken }: SignedIn, action: string, fields: JsonFields): Promise<HostReply> =>
    askHost(new URL('/json', upstream), {
      method: 'POST',
      headers: { Cookie: cookie, Accept: 'application/json', 'X-Requested-With': 'XMLHttpRequest' },
      body: new URLSearchParams([['auth_token', authToken], ['action', action], ...fields].map(([name = '', value = '']) => [name, value])),
    });

  return {
    async ask(action, fields) {
      const isOld = session !== null;
      const used = open();
      const first = await askAs(await used, action, fields);
      const isOver = isOld && isDenied(first);
      if (isOver) close(used);
      const signedIn = isOver ? await open() : await used;
      const reply = isOver ? await askAs(signedIn, action, fields) : first;
      return { reply, secrets: [account.password, signedIn.authToken] };
    },
  };
}

const cannotSignIn = (): GatewayError => new GatewayError(500, 'The gateway could not sign in to the host');

/** 401 is a token that is no more; a session that has become a guest's is told 403. */
function isDenied({ json }: HostReply): boolean {
  const error = errorIn(json);
  return error !== null && (error.code === 401 || error.code === 403 || /(?:\[Code: 40[13]\]|\(40[13]\))$/.test(error.message));
}
