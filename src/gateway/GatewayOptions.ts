import type { HostLimits } from '../api/contract.js';
import type { AnswerStore } from './answerStore.js';
import type { UploadFields } from './uploadFields.js';

/** What `authorize` says of a request. */
export type Authorization =
  | {
      readonly isAllowed: true;
      /** Who uploads: answers kept for a repeat are given to the same subject only. Default: everybody is one. */
      readonly subject?: string;
      /** Options that win over the browser's. */
      readonly fields?: UploadFields;
    }
  | { readonly isAllowed: false; readonly status?: 401 | 403; readonly message?: string };

export interface GatewayOptions {
  /** Origin of the host, `https://host.example`; the API is at `/api/1/upload` of it. */
  readonly upstream: string;
  /** The host's API key. It never leaves the server. */
  readonly apiKey: string;
  /** Where the gateway stands on your site. Default `/gateway`. */
  readonly basePath?: string;
  /** Largest file in bytes, enforced while it streams. Default: no limit but the host's. */
  readonly maxBytes?: number;
  /** What `GET limits` answers. Default: asks the upstream, which only hosts of ours can answer. */
  readonly limits?: HostLimits;
  /** Origins of other sites that may call, exactly as browsers send them. Default: the gateway's own origin only. */
  readonly allowedOrigins?: readonly string[];
  /** Who may upload. Without it the gateway serves loopback and private addresses only. */
  readonly authorize?: (request: Request) => Authorization | Promise<Authorization>;
  /** The address the server listens on, so that a public one without `authorize` is refused at once and not with the first request. */
  readonly listensOn?: string;
  /** Keeps answers for repeats. Default: in memory, the latest 1,000 for a day. */
  readonly answers?: AnswerStore;
  /** Request headers, in small letters, that are passed on as they are. Default none. */
  readonly forwardHeaders?: readonly string[];
  /** Told one line per request, without secrets. */
  readonly log?: (entry: GatewayLogEntry) => void;
}

export interface GatewayLogEntry {
  readonly requestId: string;
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly durationMs: number;
}
