import type { Gateway, GatewayOptions } from '../../src/gateway.js';
import type { Log } from './createLog.js';
import { REQUEST_ID } from './watchRequests.js';

/** A gateway whose answers and faults bear the ids of this process, and not its own: they go on to the upload server with the request. */
export function nameGateway(create: (log: NonNullable<GatewayOptions['log']>) => Gateway, log: Log): Gateway {
  // By its own id, from when it tells of a fault until its answer is here.
  const faults = new Map<string, unknown>();
  const gateway = create(({ requestId, error }) => error !== undefined && faults.set(requestId, error));
  return async (request) => {
    const response = await gateway(request);
    const own = response.headers.get(REQUEST_ID) ?? '';
    const requestId = request.headers.get(REQUEST_ID) ?? own;
    if (faults.has(own)) log.error({ requestId, err: faults.get(own) }, 'the gateway failed');
    faults.delete(own);
    response.headers.set(REQUEST_ID, requestId);
    return response;
  };
}
