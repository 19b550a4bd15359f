import type { KeptAnswer } from './answerStore.js';

/** Statuses that have no body, or lead the browser elsewhere, or are none, are no answer to an upload. */
const canBePassedOn = (status: number): boolean =>
  status >= 200 && status <= 599 && (status < 300 || status >= 400) && ![204, 205].includes(status);

/** The upstream's answer with nothing of its headers but the type and `Retry-After`: cookies and the like are between it and this server. */
export const passOn = ({ status, contentType, body, retryAfter }: KeptAnswer): Response =>
  new Response(body, {
    status: canBePassedOn(status) ? status : 502,
    headers: {
      'Content-Type': contentType,
      'X-Content-Type-Options': 'nosniff',
      'Content-Security-Policy': "default-src 'none'; sandbox",
      'Cache-Control': 'no-store',
      ...(retryAfter !== undefined && { 'Retry-After': retryAfter }),
    },
  });
