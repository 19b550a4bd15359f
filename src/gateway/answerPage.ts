import type { KeptAnswer } from './answerStore.js';

const escape = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** Only what is surely an http(s) address becomes a link. */
const safeUrl = (value: unknown): string | null => (typeof value === 'string' && /^https?:\/\//i.test(value) ? value : null);

/** What a form without JavaScript gets back: a page that says what happened, with the link. */
export function answerPage({ status, body }: KeptAnswer): Response {
  const { url, message } = readAnswer(body);
  const isStored = status >= 200 && status < 300 && url !== null;
  const title = isStored ? 'Upload complete' : 'The file was not uploaded';
  const text = isStored ? `<a href="${escape(url)}">${escape(url)}</a>` : escape(message);
  const html = `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title><h1>${title}</h1><p>${text}</p></html>`;
  return new Response(html, {
    status,
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': "default-src 'none'",
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'no-store',
    },
  });
}

function readAnswer(body: string): { url: string | null; message: string } {
  try {
    const { image, error } = JSON.parse(body) as { image?: { url_viewer?: unknown }; error?: { message?: unknown } };
    return {
      url: safeUrl(image?.url_viewer),
      message: typeof error?.message === 'string' ? error.message.slice(0, 500) : 'The host gave no reason.',
    };
  } catch {
    return { url: null, message: 'The answer of the host could not be understood.' };
  }
}
