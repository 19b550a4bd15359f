/** Every key of a JSON value with its type, as sorted lines such as `image.width: number`. */
export function shapeOf(value: unknown): string[] {
  const lines = new Set<string>();
  walk(value, '', lines);
  return [...lines].toSorted();
}

function walk(value: unknown, path: string, lines: Set<string>): void {
  lines.add(`${path}: ${Array.isArray(value) ? 'array' : value === null ? 'null' : typeof value}`);
  if (Array.isArray(value)) for (const item of value) walk(item, `${path}[]`, lines);
  else if (typeof value === 'object' && value !== null)
    for (const [key, inner] of Object.entries(value)) walk(inner, path === '' ? key : `${path}.${key}`, lines);
}

/** A message without what differs from call to call: paths and dumps in parentheses, ids of incidents. */
export const kindOfMessage = (message: string): string =>
  message
    .replace(/ \[Code: \w+\]$/, '')
    .replace(/\([^)]*\/[^)]*\)|\(temporary file\)/g, '()')
    .replace(/Incident ID:\w+/, 'Incident ID');
