'use client';
import { useEffect, useState, type ReactElement } from 'react';
import { sizeBytesOf, type UploadItem } from '../../journey/item.js';
import { useFormats } from '../../react/LocaleProvider.js';
import { MEDIA_FORMAT_FACTS } from '../../shared/mediaFormat.js';
import { Icon } from '../Icon/Icon.js';

/** The file itself is shown up to this size; what is larger takes too long to decode. */
const MOST_BYTES = 20_000_000;

/** A large picture of the file with its size. Renders a `<div>`. */
export function EditPreview({ item }: { readonly item: UploadItem }): ReactElement {
  const formats = useFormats();
  const { preview, source } = item;
  const [brokenUrl, setBrokenUrl] = useState<string | null>(null);
  const fileUrl = useFileUrl(item);
  const thumbUrl = preview.status === 'made' ? preview.url : null;
  const url = fileUrl !== null && fileUrl !== brokenUrl ? fileUrl : thumbUrl;
  const facts = [
    source.kind === 'url' ? null : formats.bytes(sizeBytesOf(source)),
    preview.status === 'made' ? formats.pixels(preview.widthPx, preview.heightPx) : null,
    preview.status === 'made' && preview.durationSeconds > 0 ? formats.clock(preview.durationSeconds) : null,
  ];
  return (
    <div data-part="edit-preview">
      <span data-part="edit-media">
        {url === null ? <Icon name="images" /> : <img data-part="edit-picture" src={url} alt="" onError={() => setBrokenUrl(url)} />}
      </span>
      <bdi data-part="help">{facts.filter((fact) => fact !== null).join(' · ')}</bdi>
    </div>
  );
}

/** An object URL of a picture's own bytes, for as long as it is shown; null until there is one. */
function useFileUrl({ source, format }: UploadItem): string | null {
  const [made, setMade] = useState<{ readonly file: File; readonly url: string } | null>(null);
  const isPicture = format !== null && MEDIA_FORMAT_FACTS[format].kind === 'image';
  const file = source.kind === 'file' && isPicture && source.sizeBytes <= MOST_BYTES ? source.file : null;
  useEffect(() => {
    if (!file) return;
    const url = URL.createObjectURL(file);
    setMade({ file, url });
    return () => URL.revokeObjectURL(url);
  }, [file]);
  return made && made.file === file ? made.url : null;
}
