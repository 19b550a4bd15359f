import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import type { ProcessMeasure } from '../Measure.js';
import { sendForm } from '../programs/sendForm.js';
import { startProgram } from '../programs/startProgram.js';
import { createSink } from '../sink.js';
import { film, GIGABYTE, timed, WARM_UP_BYTES } from './serving.js';

const GATEWAY = resolve(import.meta.dirname, '../../src/gateway/testing/gatewayProcess.ts');

/** A gigabyte to a host that keeps nothing, straight and through the gateway. */
export const passing: ProcessMeasure = {
  name: 'passing',
  runs: 3,
  readings: [
    { name: 'wallMs', label: 'gateway, 1 GB through: wall', unit: 'ms', budget: { timesRaw: 1.3 } },
    { name: 'growthMb', label: 'gateway, 1 GB through: grows by', unit: 'MB', budget: { most: 64 } },
  ],
  async run(name) {
    const sink = createSink();
    const host = createServer({ requestTimeout: 0 }, (incoming, outgoing) => void sink.take(incoming, outgoing));
    await new Promise<void>((listening) => host.listen(0, '127.0.0.1', listening));
    const { port } = host.address() as AddressInfo;
    const gateway = await startProgram(GATEWAY, `http://127.0.0.1:${port}`);
    const send = async (sizeBytes: number): Promise<void> =>
      name === 'raw'
        ? sendForm({ port, apiKey: '' }, '/api/1/upload', await film(sizeBytes))
        : sendForm(gateway, '/gateway/upload', await film(sizeBytes));
    try {
      await send(WARM_UP_BYTES);
      const { wallMs, growthMb } = await timed(gateway, () => send(GIGABYTE));
      return { wallMs, growthMb: name === 'raw' ? null : growthMb };
    } finally {
      await gateway.stop();
      host.closeAllConnections();
      host.close();
    }
  },
};
