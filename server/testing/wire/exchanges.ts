import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

/** What version 4.2.0 of the software behind the API answered to one request. */
export interface Exchange {
  readonly name: string;
  readonly what: string;
  /** A curl command; long base64 values are cut as `…[N chars]`. */
  readonly request: string;
  readonly status: number;
  /** JSON, or text; a page is given as `(an HTML page)`, a file as `(bytes)`. */
  readonly body: unknown;
}

const PATH = resolve(import.meta.dirname, '../../../fixtures/wire/exchanges.json');

export const EXCHANGES = JSON.parse(readFileSync(PATH, 'utf8')) as readonly Exchange[];

export const isJsonRoute = ({ request }: Exchange): boolean => /http:\/\/host\.example\/(json|login|)$/.test(request);
