'use client';
import type { ReactElement } from 'react';
import type { Album } from '../../api/contract.js';
import type { FiledGroup } from '../../journey/filingTotals.js';
import { useMessages } from '../../react/LocaleProvider.js';
import { useAlbums } from '../../react/useAlbums.js';
import { Sentence } from '../Sentence/Sentence.js';

export interface FiledLineProps {
  readonly group: FiledGroup;
  /** Whether these are all files of the batch. */
  readonly isAll: boolean;
  readonly albums: readonly Album[];
}

/** Which album files are in. Renders a `<p>`. */
export function FiledLine(props: FiledLineProps): ReactElement {
  const { album } = props.group;
  return album ? <Line {...props} name={album.name} url={album.url} /> : <LineOfKnown {...props} />;
}

/** The host was told an id; its name is in the list. */
function LineOfKnown(props: FiledLineProps): ReactElement {
  const messages = useMessages();
  const listed = useAlbums().albums ?? props.albums;
  const album = listed.find(({ id }) => id === props.group.albumId);
  return <Line {...props} name={album?.name ?? messages['album.chosen']} url={album?.url ?? null} />;
}

function Line({ group, isAll, name, url }: FiledLineProps & { readonly name: string; readonly url: string | null }): ReactElement {
  const messages = useMessages();
  const parts = isAll ? messages['album.added'](name) : messages['album.addedSome']({ fileCount: group.fileCount, albumName: name });
  return (
    <p>
      <Sentence parts={parts} slots={{ album: albumLink(url) }} />
    </p>
  );
}

const albumLink =
  (url: string | null) =>
  (name: string): ReactElement => {
    if (url === null) return <bdi>{name}</bdi>;
    return (
      <a data-part="album-link" data-look="link" href={url} target="_blank" rel="noopener noreferrer">
        <bdi>{name}</bdi>
      </a>
    );
  };
