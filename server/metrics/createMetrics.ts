import { Counter, Gauge, Histogram, Registry } from 'prom-client';

/** What is counted of one server. */
export interface Metrics {
  readonly registry: Registry;
  requestEnded(request: EndedRequest): void;
  uploadStored(kind: 'image' | 'video'): void;
  /** By the code of the API, or `closing` while the server stops. */
  uploadRefused(code: number | string): void;
  /** Somebody has to wait since too much was wrong before. */
  throttled(form: 'login' | 'signup' | 'album' | 'password'): void;
  /** Measures how long a task waits and how long it works; it calls `begin` when its turn has come. */
  mediaWork<T>(task: (begin: () => void) => Promise<T>): Promise<T>;
}

export interface EndedRequest {
  readonly route: string;
  /** Null where the client left before the answer's end. */
  readonly status: number | null;
  readonly seconds: number;
  readonly bytesIn: number;
  readonly bytesOut: number;
}

/** Up to the hour that a slow line may take. */
const REQUEST_BUCKETS = [0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300, 3_600];
const MEDIA_BUCKETS = [0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60];

/** One for each server: a process may run several, as tests do. */
export function createMetrics(): Metrics {
  const registry = new Registry();
  return { registry, ...requestMetrics(registry), ...uploadMetrics(registry), mediaWork: mediaMetrics(registry) };
}

function requestMetrics(registry: Registry): Pick<Metrics, 'requestEnded' | 'throttled'> {
  const registers = [registry];
  const requests = new Counter({
    name: 'dropline_http_requests_total',
    help: 'Requests that are over, by route and class of status; cut where the client left before the end of the answer.',
    labelNames: ['route', 'status'] as const,
    registers,
  });
  const seconds = new Histogram({
    name: 'dropline_http_request_duration_seconds',
    help: 'From the head of a request to the end of its answer. Uploads are the routes /api/1/upload, /gateway/upload and /json.',
    labelNames: ['route'] as const,
    buckets: REQUEST_BUCKETS,
    registers,
  });
  const bytes = new Counter({
    name: 'dropline_http_bytes_total',
    help: 'Bytes that came in and went out, with their headers.',
    labelNames: ['route', 'direction'] as const,
    registers,
  });
  const throttled = new Counter({
    name: 'dropline_throttled_total',
    help: 'Tries that had to wait, since too many before them were wrong.',
    labelNames: ['form'] as const,
    registers,
  });
  return {
    requestEnded({ route, status, ...measured }) {
      requests.inc({ route, status: status === null ? 'cut' : `${Math.floor(status / 100)}xx` });
      seconds.observe({ route }, measured.seconds);
      bytes.inc({ route, direction: 'in' }, measured.bytesIn);
      bytes.inc({ route, direction: 'out' }, measured.bytesOut);
    },
    throttled: (form) => throttled.inc({ form }),
  };
}

function uploadMetrics(registry: Registry): Pick<Metrics, 'uploadStored' | 'uploadRefused'> {
  const stored = new Counter({
    name: 'dropline_uploads_stored_total',
    help: 'Uploads that were stored; a repeat of an Idempotency-Key is none.',
    labelNames: ['kind'] as const,
    registers: [registry],
  });
  const refused = new Counter({
    name: 'dropline_uploads_refused_total',
    help: 'Uploads that were refused, by the code in the answer.',
    labelNames: ['code'] as const,
    registers: [registry],
  });
  return { uploadStored: (kind) => stored.inc({ kind }), uploadRefused: (code) => refused.inc({ code: String(code) }) };
}

function mediaMetrics(registry: Registry): Metrics['mediaWork'] {
  const registers = [registry];
  const queue = new Gauge({ name: 'dropline_media_queue', help: 'Files that wait to be decoded.', registers });
  const running = new Gauge({ name: 'dropline_media_running', help: 'Files that are being decoded.', registers });
  const waited = new Histogram({
    name: 'dropline_media_wait_seconds',
    help: 'How long files waited to be decoded.',
    buckets: MEDIA_BUCKETS,
    registers,
  });
  const took = new Histogram({
    name: 'dropline_media_work_seconds',
    help: 'How long files took to be decoded, refused ones too.',
    buckets: MEDIA_BUCKETS,
    registers,
  });
  return async (task) => {
    queue.inc();
    const endWait = waited.startTimer();
    let endWork: (() => number) | null = null;
    const begin = (): void => {
      queue.dec();
      endWait();
      running.inc();
      endWork = took.startTimer();
    };
    try {
      return await task(begin);
    } finally {
      if (endWork === null) queue.dec();
      else running.dec();
      (endWork as (() => number) | null)?.();
    }
  };
}
