import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { limitConnections } from './limitConnections.js';

let server: Server;
const sockets: Socket[] = [];
afterEach(() => {
  for (const socket of sockets.splice(0)) socket.destroy();
  server.close();
});

async function open(limits: { total: number; perAddress: number }, exempt: string[]): Promise<void> {
  server = createServer((_, outgoing) => outgoing.end('here')).listen(0, '127.0.0.1');
  limitConnections(server, limits, exempt);
  await once(server, 'listening');
}

/** Whether it is answered; the connection stays open. */
async function isLetIn(): Promise<boolean> {
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
  sockets.push(socket);
  socket.on('error', () => undefined).write('GET / HTTP/1.1\r\nHost: x\r\n\r\n');
  const answered = once(socket, 'data').then(() => true);
  return Promise.race([answered, new Promise<false>((resolve) => socket.once('close', () => resolve(false)))]);
}

const letIn = async (count: number): Promise<boolean[]> => {
  const answers: boolean[] = [];
  for (let at = 0; at < count; at++) answers.push(await isLetIn());
  return answers;
};

describe('the connections of one address', () => {
  it('are as many as may be, and a closed one makes room', async () => {
    await open({ total: 100, perAddress: 2 }, []);
    expect(await letIn(3)).toEqual([true, true, false]);
    const [first] = sockets;
    const gone = once(first as Socket, 'close');
    first?.end();
    await gone;
    expect(await letIn(2)).toEqual([true, false]);
  });

  it('are not counted where the network is exempt', async () => {
    await open({ total: 100, perAddress: 1 }, ['127.0.0.0/8']);
    expect(await letIn(3)).toEqual([true, true, true]);
  });
});

describe('all connections', () => {
  it('are as many as may be', async () => {
    await open({ total: 2, perAddress: 100 }, []);
    expect(await letIn(3)).toEqual([true, true, false]);
  });
});
