import { describe, expect, it } from 'vitest';
import { createClientLimit } from './clientLimit.js';
import { GatewayError } from './GatewayError.js';

const from = (client: string): Request => new Request('http://localhost/gateway/upload', { headers: { 'X-Client': client } });
const clientId = (request: Request): string | null => request.headers.get('x-client') || null;

function limitOf(uploadsPerMinute: number) {
  const clock = { ms: 0 };
  return { clock, count: createClientLimit({ uploadsPerMinute, clientId }, () => clock.ms) };
}

function refusal(act: () => void): GatewayError {
  try {
    act();
  } catch (thrown) {
    if (thrown instanceof GatewayError) return thrown;
  }
  throw new Error('was let pass');
}

describe('createClientLimit', () => {
  it('lets as many pass in any minute as it was told, and says when the next may', () => {
    const { clock, count } = limitOf(2);
    count(from('ann'), '');
    clock.ms = 20_000;
    count(from('ann'), '');
    clock.ms = 30_500;
    const refused = refusal(() => count(from('ann'), ''));
    expect(refused).toMatchObject({ status: 429, headers: { 'Retry-After': '30' } });
    clock.ms = 60_000;
    count(from('ann'), '');
    expect(refusal(() => count(from('ann'), '')).headers).toEqual({ 'Retry-After': '20' });
  });

  it('does not count what it refuses', () => {
    const { clock, count } = limitOf(1);
    count(from('ann'), '');
    clock.ms = 59_000;
    refusal(() => count(from('ann'), ''));
    clock.ms = 60_000;
    expect(() => count(from('ann'), '')).not.toThrow();
  });

  it('counts each client by itself, and all without a name as one', () => {
    const { count } = limitOf(1);
    count(from('ann'), '');
    count(from('bob'), '');
    count(from(''), '');
    expect(refusal(() => count(from(''), '')).status).toBe(429);
  });

  it('hands the subject to clientId', () => {
    const count = createClientLimit({ uploadsPerMinute: 1, clientId: (_request, subject) => subject }, () => 0);
    count(from('x'), 'ann');
    count(from('x'), 'bob');
    expect(refusal(() => count(from('y'), 'ann')).status).toBe(429);
  });

  it('forgets the client that was quiet the longest when there are very many', () => {
    const { count } = limitOf(1);
    count(from('first'), '');
    count(from('second'), '');
    for (let client = 0; client < 9_999; client++) count(from(`client ${client}`), '');
    expect(() => count(from('first'), '')).not.toThrow();
    expect(refusal(() => count(from('client 9998'), '')).status).toBe(429);
  });
});
