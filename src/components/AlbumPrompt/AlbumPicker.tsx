'use client';
import { useId, useMemo, useState, type ReactElement } from 'react';
import type { Album } from '../../api/contract.js';
import { useFormats, useMessages } from '../../react/LocaleProvider.js';
import { useAlbums } from '../../react/useAlbums.js';
import { Field } from '../Field/Field.js';
import { findAlbums } from './findAlbums.js';

export interface AlbumPickerProps {
  /** Where the host cannot list them. */
  readonly albums: readonly Album[];
  readonly chosenId: string | null;
  /** Null: a search has taken the chosen one out of sight. */
  readonly onChoose: (album: Album | null) => void;
}

/** One of the albums that are there, found by its name. Renders a `<div>`. */
export function AlbumPicker({ albums: given, chosenId, onChoose }: AlbumPickerProps): ReactElement {
  const messages = useMessages();
  const { albums: listed, status, refetch } = useAlbums();
  const albums = listed ?? given;
  const [search, setSearch] = useState('');
  const { shown, foundCount } = useMemo(() => findAlbums(albums, search), [albums, search]);
  const look = (words: string): void => {
    setSearch(words);
    if (!findAlbums(albums, words).shown.some(({ id }) => id === chosenId)) onChoose(null);
  };
  return (
    <div data-part="fields">
      <Field label={messages['album.search']}>
        {(ids) => (
          <input
            form=""
            {...ids}
            type="search"
            data-part="album-search"
            autoComplete="off"
            value={search}
            onChange={(event) => look(event.target.value)}
          />
        )}
      </Field>
      {shown.length > 0 && <AlbumList albums={shown} chosenId={chosenId} onChoose={onChoose} />}
      <p data-part="help" role="status" aria-busy={status === 'pending' || undefined}>
        {status === 'error' ? (
          <>
            {messages['option.albumsFailed']}{' '}
            <button type="button" data-part="retry-albums" data-look="link" onClick={refetch}>
              {messages['tile.retry']}
            </button>
          </>
        ) : (
          status !== 'pending' && messages['album.found']({ shownCount: shown.length, foundCount })
        )}
      </p>
    </div>
  );
}

function AlbumList({ albums, chosenId, onChoose }: AlbumPickerProps): ReactElement {
  const messages = useMessages();
  const formats = useFormats();
  const group = useId();
  return (
    <fieldset data-part="album-list">
      <legend data-part="visually-hidden">{messages['album.existing']}</legend>
      {albums.map((album) => (
        <label key={album.id} data-part="option">
          <input type="radio" form="" data-part="choice" name={group} checked={album.id === chosenId} onChange={() => onChoose(album)} />
          <span data-part="option-name">
            <bdi>{album.name}</bdi>
          </span>
          <span data-part="counter">{formats.number(album.imageCount)}</span>
        </label>
      ))}
    </fieldset>
  );
}
