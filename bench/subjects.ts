import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

/** What is measured in every run. */
export const OWN_SUBJECTS = ['raw', 'naive', 'ours'] as const;
/** What people would pick instead; measured by the full run. */
export const PEERS = ['uploady', 'uppy', 'filepond', 'antd'] as const;

export type SubjectName = (typeof OWN_SUBJECTS)[number] | (typeof PEERS)[number];

const PEER_FOLDER = resolve(import.meta.dirname, 'peers');

/** The one file of a subject. */
export const entryOf = (name: SubjectName): string =>
  PEERS.some((peer) => peer === name)
    ? resolve(PEER_FOLDER, `${name}.tsx`)
    : resolve(import.meta.dirname, 'pages', name === 'raw' ? 'raw.ts' : `${name}.tsx`);

/** The packages of others stand apart, so that nobody installs them who does not compare. */
export const arePeersInstalled = (): boolean => existsSync(resolve(PEER_FOLDER, 'node_modules'));
