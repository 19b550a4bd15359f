const warned = new Set<string>();

/** Tells a developer about a mistake, once a page and never in production. */
export function warnOnce(message: string): void {
  if (!isDevelopment() || warned.has(message)) return;
  warned.add(message);
  console.warn(`[dropline] ${message}`);
}

/** Bundlers write the value in place of `process.env.NODE_ENV`; without one there is no `process`, and nobody who develops. */
function isDevelopment(): boolean {
  try {
    return process.env.NODE_ENV !== 'production';
  } catch {
    return false;
  }
}
