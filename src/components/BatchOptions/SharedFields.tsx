'use client';
import type { ReactElement } from 'react';
import type { UploadOptionName, UploadOptions } from '../../api/contract.js';
import { useFormats, useMessages } from '../../react/LocaleProvider.js';
import { useAlbums } from '../../react/useAlbums.js';
import { useHostLimits } from '../../react/useHostLimits.js';
import { CheckField } from '../Field/CheckField.js';
import { Field } from '../Field/Field.js';
import { Select } from '../Field/Select.js';
import { expirationsWithin } from './expirations.js';

export type ChangeOption = <N extends UploadOptionName>(name: N, value: UploadOptions[N]) => void;

export interface SharedFieldsProps {
  readonly options: UploadOptions;
  readonly shown: ReadonlySet<UploadOptionName>;
  /** An empty text, or false, says that there is none. */
  readonly onChange: ChangeOption;
}

/** What can be said about one file and about all: album, category, auto-delete, not safe. Renders fields without an element around. */
export function SharedFields({ options, shown, onChange }: SharedFieldsProps): ReactElement {
  const messages = useMessages();
  return (
    <>
      {shown.has('albumId') && <AlbumField value={options.albumId ?? ''} onChange={(id) => onChange('albumId', id)} />}
      {shown.has('categoryId') && <CategoryField value={options.categoryId ?? ''} onChange={(id) => onChange('categoryId', id)} />}
      {shown.has('expiration') && <ExpirationField value={options.expiration ?? ''} onChange={(iso) => onChange('expiration', iso)} />}
      {shown.has('isNsfw') && (
        <CheckField kind="switch" part="nsfw" isChecked={options.isNsfw ?? false} onChange={(isNsfw) => onChange('isNsfw', isNsfw)}>
          {messages['option.names'].isNsfw}
        </CheckField>
      )}
    </>
  );
}

interface ChoiceProps {
  /** Empty: none. */
  readonly value: string;
  readonly onChange: (value: string) => void;
}

function AlbumField({ value, onChange }: ChoiceProps): ReactElement {
  const messages = useMessages();
  const { albums, status, refetch } = useAlbums();
  const isListed = value === '' || albums?.some(({ id }) => id === value);
  const failure = status === 'error' && (
    <>
      {messages['option.albumsFailed']}{' '}
      <button type="button" data-part="retry-albums" data-look="link" onClick={refetch}>
        {messages['tile.retry']}
      </button>
    </>
  );
  return (
    <Field label={messages['option.names'].albumId} help={failure}>
      {(ids) => (
        <Select {...ids} data-part="album" value={value} onChange={(event) => onChange(event.target.value)}>
          <option value="">{messages['option.none']}</option>
          {!isListed && <option value={value}>…</option>}
          {albums?.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}

function CategoryField({ value, onChange }: ChoiceProps): ReactElement {
  const messages = useMessages();
  const limits = useHostLimits();
  return (
    <Field label={messages['option.names'].categoryId}>
      {(ids) => (
        <Select {...ids} data-part="category" value={value} onChange={(event) => onChange(event.target.value)}>
          <option value="">{messages['option.none']}</option>
          {limits?.categories.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}

/** Guests whose uploads the host deletes can only choose less time than that. */
function ExpirationField({ value, onChange }: ChoiceProps): ReactElement {
  const messages = useMessages();
  const formats = useFormats();
  const longest = useHostLimits()?.account.guestExpiration ?? null;
  const choices = expirationsWithin(longest);
  const all = value === '' || choices.includes(value) ? choices : [...choices, value];
  return (
    <Field label={messages['option.names'].expiration}>
      {(ids) => (
        <Select {...ids} data-part="expiration" value={value} onChange={(event) => onChange(event.target.value)}>
          <option value="">{longest === null ? messages['option.never'] : formats.isoDuration(longest)}</option>
          {all.map((iso) => (
            <option key={iso} value={iso}>
              {formats.isoDuration(iso)}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}
