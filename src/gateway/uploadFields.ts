/** The V1.1 parameters that a browser may give in the query, and nothing else: never a key, never a source. */
export const FIELD_NAMES = ['title', 'description', 'tags', 'album_id', 'category_id', 'width', 'expiration', 'nsfw'] as const;

export type FieldName = (typeof FIELD_NAMES)[number];
export type UploadFields = { readonly [name in FieldName]?: string };

/** Longer than any host keeps; what comes from a query is somebody's. */
const MAX_FIELD_CHARACTERS = 10_000;

/** The options of one upload from its query: known names only, cut to a sane length. */
export function readFields(query: URLSearchParams): UploadFields {
  const fields: { [name in FieldName]?: string } = {};
  for (const name of FIELD_NAMES) {
    const value = query.get(name);
    if (value !== null && value !== '') fields[name] = value.slice(0, MAX_FIELD_CHARACTERS);
  }
  return fields;
}
