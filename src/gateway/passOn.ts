import type { KeptAnswer } from './answerStore.js';

/** The upstream's answer with nothing of its headers but the type and `Retry-After`: cookies and the like are between it and this server. */
export const passOn = ({ status, contentType, body, retryAfter }: KeptAnswer): Response =>
  new Response(body, {
    status,
    headers: {
      'Content-Type': contentType,
      'X-Content-Type-Options': 'nosniff',
      'Content-Security-Policy': "default-src 'none'; sandbox",
      'Cache-Control': 'no-store',
      ...(retryAfter !== undefined && { 'Retry-After': retryAfter }),
    },
  });
