import { describe, expect, it } from 'vitest';
import { readEnvironment } from './readEnvironment.js';

describe('the environment', () => {
  it('may say nothing', () => {
    expect(readEnvironment({})).toEqual({
      port: 4600,
      host: '127.0.0.1',
      dataDir: 'data',
      apiKey: null,
      upstream: null,
      password: null,
      preset: null,
      uploadAs: 'owner',
      logLevel: null,
      metricsToken: null,
      drainSeconds: 0,
      hasFaults: false,
    });
  });

  it('is read variable by variable', () => {
    const env = { PORT: '0', HOST: '0.0.0.0', PASSWORD: 'secret', DATA_DIR: '/srv', API_KEY: 'chv_12345', UPSTREAM: 'https://img.example' };
    const watched = { LOG_LEVEL: 'debug', METRICS_TOKEN: 'prom_12345', DRAIN_SECONDS: '20' };
    expect(readEnvironment({ ...env, ...watched, SETTINGS: 'host-a', FAULTS: '1' })).toEqual({
      port: 0,
      host: '0.0.0.0',
      dataDir: '/srv',
      apiKey: 'chv_12345',
      upstream: 'https://img.example',
      password: 'secret',
      preset: 'host-a',
      uploadAs: 'owner',
      logLevel: 'debug',
      metricsToken: 'prom_12345',
      drainSeconds: 20,
      hasFaults: true,
    });
  });

  it('lets the page of a preset upload as its visitors do, unless it says whose uploads they are', () => {
    expect(readEnvironment({ SETTINGS: 'host-b' })).toMatchObject({ uploadAs: 'guest' });
    expect(readEnvironment({ SETTINGS: 'host-b', UPLOAD_AS: 'owner' })).toMatchObject({ uploadAs: 'owner' });
  });

  it('lets a page of guests be open to all, since nobody uploads with the owner’s key there', () => {
    expect(readEnvironment({ HOST: '0.0.0.0', UPLOAD_AS: 'guest' })).toMatchObject({ host: '0.0.0.0', password: null });
  });

  it.each([
    [{ UPLOAD_AS: 'admin' }, 'UPLOAD_AS is "admin"'],
    [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL is "loud"'],
    [{ METRICS_TOKEN: 'with a space' }, 'METRICS_TOKEN cannot be sent in a header'],
    [{ DRAIN_SECONDS: '301' }, 'DRAIN_SECONDS is "301"'],
    [{ DRAIN_SECONDS: '-1' }, 'DRAIN_SECONDS is "-1"'],
    [{ UPLOAD_AS: 'guest', UPSTREAM: 'https://img.example', API_KEY: 'chv_12345' }, 'UPSTREAM decides'],
    [{ PORT: 'http' }, 'PORT is "http"'],
    [{ PORT: '65536' }, 'PORT is "65536"'],
    [{ PORT: '-1' }, 'PORT is "-1"'],
    [{ API_KEY: 'short' }, 'API_KEY cannot be sent'],
    [{ API_KEY: 'has a space' }, 'API_KEY cannot be sent'],
    [{ UPSTREAM: 'https://img.example' }, 'API_KEY is not'],
    [{ UPSTREAM: 'img.example', API_KEY: 'chv_12345' }, 'UPSTREAM is "img.example"'],
    [{ UPSTREAM: 'https://img.example/api', API_KEY: 'chv_12345' }, 'without a path'],
    [{ UPSTREAM: 'ftp://img.example', API_KEY: 'chv_12345' }, 'UPSTREAM is'],
    [{ HOST: '0.0.0.0' }, 'Set PASSWORD'],
    [{ HOST: '::' }, 'Set PASSWORD'],
    [{ HOST: 'img.example' }, 'Set PASSWORD'],
  ])('that cannot be meant stops the start: %o', (env, message) => {
    expect(() => readEnvironment(env)).toThrow(message);
  });
});
