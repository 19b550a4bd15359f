import type { Exchange } from './exchanges.js';
import { kindOfMessage, shapeOf } from './shapeOf.js';

/** What is compared of an answer. */
export interface Answered {
  readonly status: number;
  /** Keys and types of JSON; `page`, `bytes`, `address` or the text itself. */
  readonly body: string | readonly string[];
  readonly code?: unknown;
  readonly message?: string;
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

function describe(status: number, body: unknown): Answered {
  if (!isObject(body)) return { status, body: kindOfText(String(body)) };
  const { error } = body;
  if (!isObject(error)) return { status, body: shapeOf(body) };
  return { status, body: shapeOf(body), code: error['code'], message: kindOfMessage(String(error['message'])) };
}

function kindOfText(text: string): string {
  if (text === '(an HTML page)' || /^\s*<!doctype html/i.test(text)) return 'page';
  if (text === '(bytes)' || text.includes('\u0000')) return 'bytes';
  return /^https?:\/\/\S+$/.test(text) ? 'address' : text;
}

export const recorded = ({ status, body }: Exchange): Answered => describe(status, body);

export async function received(response: Response): Promise<Answered> {
  const isJson = response.headers.get('content-type')?.startsWith('application/json') ?? false;
  const text = await response.text();
  return describe(response.status, isJson && text !== '' ? JSON.parse(text) : text);
}
