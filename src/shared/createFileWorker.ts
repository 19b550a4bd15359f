interface WorkerCall {
  readonly callId: number;
  readonly request: unknown;
}
type WorkerReply =
  | { readonly callId: number; readonly isDone: true; readonly reply: unknown }
  | { readonly callId: number; readonly isDone: false };

/** A request is a file, or an object with one where the work has to know more. */
export interface FileWorker<Reply, Request = Blob> {
  /** Rejects when the work failed, and when this was destroyed meanwhile. */
  call(request: Request): Promise<Reply>;
  destroy(): void;
}

interface OpenCall<Reply, Request> {
  readonly request: Request;
  readonly resolve: (reply: Reply | PromiseLike<Reply>) => void;
  readonly reject: (reason: unknown) => void;
}

/**
 * Has work on files done by a worker, started with the first of them. Where it cannot be had (none in this environment, a policy forbids it, its file
 * does not load) the work is done here by `workHere`, also what was asked before that became known.
 *
 * @param start gives null where workers cannot do this work; may throw
 */
export function createFileWorker<Reply, Request = Blob>(
  start: () => Worker | null,
  workHere: (request: Request) => Promise<Reply>,
): FileWorker<Reply, Request> {
  const open = new Map<number, OpenCall<Reply, Request>>();
  let callCount = 0;
  let worker: Worker | null | undefined;

  const onReply = ({ data }: MessageEvent<WorkerReply>): void => {
    const call = open.get(data.callId);
    open.delete(data.callId);
    if (data.isDone) call?.resolve(data.reply as Reply); // our own worker file, typed by `answerCalls`' caller
    else call?.reject(new Error('The worker could not do it'));
  };

  const giveUp = (): void => {
    worker?.terminate();
    worker = null;
    for (const { request, resolve } of open.values()) resolve(workHere(request));
    open.clear();
  };

  const tryStart = (): Worker | null => {
    try {
      const started = typeof Worker === 'undefined' ? null : start();
      started?.addEventListener('message', onReply);
      started?.addEventListener('error', giveUp);
      return started;
    } catch {
      return null;
    }
  };

  return {
    call(request) {
      if (worker === undefined) worker = tryStart();
      if (!worker) return workHere(request);
      const callId = ++callCount;
      worker.postMessage({ callId, request } satisfies WorkerCall);
      return new Promise((resolve, reject) => open.set(callId, { request, resolve, reject }));
    },
    destroy() {
      worker?.terminate();
      worker = null;
      for (const { reject } of open.values()) reject(new DOMException('Destroyed', 'AbortError'));
      open.clear();
    },
  };
}

/** The other side, inside the worker: answers each call with what `work` makes of its request. */
export function answerCalls(work: (request: never) => Promise<unknown>): void {
  self.addEventListener('message', ({ data: { callId, request } }: MessageEvent<WorkerCall>) => {
    // Sent by our own `createFileWorker`, typed by its caller.
    work(request as never).then(
      (reply) => self.postMessage({ callId, isDone: true, reply } satisfies WorkerReply),
      () => self.postMessage({ callId, isDone: false } satisfies WorkerReply),
    );
  });
}
