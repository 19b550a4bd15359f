import type { ReactElement } from 'react';

/** A file's name, left to right in any page; when room is short only its stem is cut. Renders a `<bdi>`. */
export function FileName({ name }: { readonly name: string }): ReactElement {
  const { stem, ending } = splitName(name);
  return (
    <bdi data-part="file-name" dir="ltr" title={name}>
      <span data-part="visually-hidden">{name}</span>
      <span data-part="file-stem" aria-hidden="true">
        {stem}
      </span>
      <span aria-hidden="true">{ending}</span>
    </bdi>
  );
}

/** The ending says what a file is, so it must stay in sight; a dot in front or a very long "ending" is none. */
export function splitName(name: string): { stem: string; ending: string } {
  const at = name.lastIndexOf('.');
  const hasEnding = at > 0 && name.length - at <= 8;
  return hasEnding ? { stem: name.slice(0, at), ending: name.slice(at) } : { stem: name, ending: '' };
}
