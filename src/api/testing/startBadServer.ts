import type { TestProject } from 'vitest/node';
import { type BadServer, startBadServer } from './badServer.js';

declare module 'vitest' {
  interface ProvidedContext {
    badServerUrl: string;
  }
}

let server: BadServer;

/** Vitest's global setup of the browser tests: the bad server runs in Node, and its address is `inject('badServerUrl')`. */
export async function setup(project: TestProject): Promise<void> {
  server = await startBadServer();
  project.provide('badServerUrl', server.url);
}

export const teardown = (): Promise<void> => server.close();
