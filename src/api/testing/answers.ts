import type { Answer } from '../readReply.js';
import exchanges from './exchanges.json' with { type: 'json' };

/** What a host really answered; a page is given as the text of one. */
export interface Exchange {
  readonly name: string;
  readonly what: string;
  readonly server: string;
  readonly status: number;
  readonly body: string | object;
}

export const ERROR_EXCHANGES: readonly Exchange[] = exchanges.errors;
export const SUCCESS_EXCHANGES: readonly Exchange[] = exchanges.successes;

export const answer = (over: Partial<Answer>): Answer => ({
  status: 200,
  text: '',
  retryAfter: null,
  isRedirected: false,
  isBodySent: true,
  ...over,
});

export const answerIn = ({ status, body }: Pick<Exchange, 'status' | 'body'>): Answer =>
  answer({ status, text: typeof body === 'string' ? body : JSON.stringify(body) });

export const errorAnswer = (code: number | string | null, message: string, over: Partial<Answer> = {}): Answer =>
  answer({ status: 400, text: JSON.stringify({ status_code: 400, error: { message, code }, status_txt: 'Bad Request' }), ...over });

/** The answer of that name. */
export function exchange(name: string): Exchange {
  const found = [...SUCCESS_EXCHANGES, ...ERROR_EXCHANGES].find((each) => each.name === name);
  if (!found) throw new Error(`There is no exchange ${name} in exchanges.json.`);
  return found;
}
