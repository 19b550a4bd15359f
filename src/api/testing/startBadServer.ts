import type { TestProject } from 'vitest/node';
import { startBadServer } from './badServer.js';

declare module 'vitest' {
  interface ProvidedContext {
    badServerUrl: string;
  }
}

/** Vitest's global setup of the browser tests: the bad server runs in Node, and its address is `inject('badServerUrl')`. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startBadServer();
  project.provide('badServerUrl', server.url);
  return server.close;
}
