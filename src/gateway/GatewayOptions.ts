import type { Album, HostLimits } from '../api/contract.js';
import type { AnswerStore } from './answerStore.js';
import type { ClientLimit } from './clientLimit.js';
import type { UploadFields } from './uploadFields.js';

/** What `authorize` says of a request. */
export type Authorization =
  | {
      readonly isAllowed: true;
      /** Who uploads: answers kept for a repeat are given to the same subject only. Default: everybody is one. */
      readonly subject?: string;
      /** Options that win over the browser's. With an `album_id` among them, the routes of albums are refused. */
      readonly fields?: UploadFields;
    }
  | { readonly isAllowed: false; readonly status?: 401 | 403; readonly message?: string };

/** The gateway's own account on the host. */
export interface HostAccount {
  /** User name or e-mail address. */
  readonly user: string;
  readonly password: string;
}

/**
 * How albums are reached. `'key'`: the upstream is a host of ours, which has them under the API key. `session`: any host, by signing in as the
 * account whose key it is and speaking `/json`.
 */
export type AlbumsOption =
  | 'key'
  | {
      readonly session: HostAccount;
      /** The albums to choose from, since `/json` cannot list any. Default: the list is answered by 404. */
      readonly list?: () => readonly Album[] | Promise<readonly Album[]>;
    };

/** Whose host it is, who may use it, and for what. */
export interface GatewayOptions {
  /** Origin of the host, `https://host.example`; the API is at `/api/1/upload` of it. */
  readonly upstream: string;
  /** The host's API key. It never leaves the server. */
  readonly apiKey: string;
  /** Where the gateway stands on your site. Default `/gateway`. */
  readonly basePath?: string;
  /** Largest file in bytes, enforced while it streams; a form may have 64 KB more. Default: no limit but the host's. */
  readonly maxBytes?: number;
  /** What `GET limits` answers. Default: asks the upstream, which only hosts of ours can answer. */
  readonly limits?: HostLimits;
  /** The way to albums. Default: none, and their routes answer 404. */
  readonly albums?: AlbumsOption;
  /** Origins of other sites that may call, exactly as browsers send them. Default: the gateway's own origin only. */
  readonly allowedOrigins?: readonly string[];
  /** Who may upload. Without it the gateway serves loopback and private addresses only. */
  readonly authorize?: (request: Request) => Authorization | Promise<Authorization>;
  /** How much one client may upload. Default: no limit but the host's. */
  readonly clientLimit?: ClientLimit;
  /** The address the server listens on, so that a public one without `authorize` is refused at once and not with the first request. */
  readonly listensOn?: string;
  /** Keeps answers for repeats. Default: in memory, the latest 1,000 for a day. */
  readonly answers?: AnswerStore;
  /** Request headers that are passed on as they are. Default none. */
  readonly forwardHeaders?: readonly string[];
  /** Told one line per request, without secrets. */
  readonly log?: (entry: GatewayLogEntry) => void;
}

/** What the gateway tells of one request: nothing secret, nothing of the file. */
export interface GatewayLogEntry {
  /** Also in the answer's header `X-Request-Id`. */
  readonly requestId: string;
  readonly method: string;
  /** Without the query. */
  readonly path: string;
  readonly status: number;
  readonly durationMs: number;
  /** What was thrown behind a 500: by `authorize`, `clientId`, `answers`, or by a fault of the gateway. */
  readonly error?: unknown;
}
