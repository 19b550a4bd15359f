const FIXED = ['/json', '/login', '/logout', '/signup', '/account', '/account/settings', '/moderation', '/healthz', '/readyz', '/metrics'];

const PATTERNS: readonly (readonly [RegExp, string])[] = [
  [/^\/(?:index\.html)?$/, '/'],
  [/^\/api\/1\/(upload|limits|albums)(?:\/|$)/, '/api/1/'],
  [/^\/api(?:\/|$)/, '/api/*'],
  [/^\/api-v1$/, '/api-v1'],
  [/^\/server\.css$/, '/server.css'],
  [/^\/gateway\/(upload|limits|albums)(?:\/|$)/, '/gateway/'],
  [/^\/images\//, '/images/*'],
  [/^\/(?:image|video|clip)\/[^/]+$/, '/image/<id>'],
  [/^\/(?:image|video|clip)\/[^/]+\//, '/image/<id>/delete'],
  [/^\/album\/[^/]+$/, '/album/<id>'],
  [/^\/assets\//, '/assets/*'],
];

/** By which a request is counted: one of few, whatever is asked for. */
export function routeOf(path: string): string {
  if (FIXED.includes(path)) return path;
  for (const [pattern, route] of PATTERNS) {
    const found = pattern.exec(path);
    if (found) return `${route}${found[1] ?? ''}`;
  }
  return 'other';
}
