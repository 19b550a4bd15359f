'use client';
import { useId, useState, type ReactElement } from 'react';
import type { Album, AlbumPrivacy } from '../../api/contract.js';
import { useFormats, useMessages } from '../../react/LocaleProvider.js';
import { Field } from '../Field/Field.js';
import { Select } from '../Field/Select.js';
import { Icon, type IconName } from '../Icon/Icon.js';
import { MOST_NAME_CHARS, type DraftControl } from './useAlbumDraft.js';

export interface NewAlbumFieldsProps {
  readonly draft: DraftControl;
  /** What the new one may lie in. */
  readonly albums: readonly Album[];
}

/** All that can be said about a new album. Renders a `<div>`. */
export function NewAlbumFields({ draft, albums }: NewAlbumFieldsProps): ReactElement {
  const messages = useMessages();
  const formats = useFormats();
  const { input, missing, change } = draft;
  return (
    <div data-part="fields">
      <Field
        label={messages['album.name']}
        counter={`${formats.number(input.name.length)} / ${formats.number(MOST_NAME_CHARS)}`}
        error={missing === 'name' ? messages['album.nameMissing'] : null}
      >
        {(ids) => (
          <input
            form=""
            {...ids}
            ref={draft.nameRef}
            data-part="album-name"
            required
            maxLength={MOST_NAME_CHARS}
            value={input.name}
            onChange={(event) => change({ name: event.target.value })}
          />
        )}
      </Field>
      <Field label={messages['option.names'].description}>
        {(ids) => (
          <textarea
            form=""
            {...ids}
            data-part="album-description"
            rows={2}
            value={input.description}
            onChange={(event) => change({ description: event.target.value })}
          />
        )}
      </Field>
      <PrivacyChoice privacy={input.privacy} onChoose={(privacy) => change({ privacy })} />
      {input.privacy === 'password' && <PasswordField draft={draft} />}
      {albums.length > 0 && <ParentField draft={draft} albums={albums} />}
    </div>
  );
}

const PRIVACY_ICONS: Readonly<Record<AlbumPrivacy, IconName>> = {
  public: 'globe',
  private: 'lock',
  private_but_link: 'link',
  password: 'key',
};

function PrivacyChoice({ privacy, onChoose }: { readonly privacy: AlbumPrivacy; readonly onChoose: (privacy: AlbumPrivacy) => void }) {
  const messages = useMessages();
  const group = useId();
  return (
    <fieldset data-part="privacy">
      <legend data-part="label">{messages['album.privacy']}</legend>
      <div data-part="options">
        {(Object.keys(PRIVACY_ICONS) as AlbumPrivacy[]).map((each) => (
          <label key={each} data-part="option">
            <input
              form=""
              type="radio"
              data-part="choice"
              name={group}
              value={each}
              checked={each === privacy}
              aria-describedby={`${group}-${each}`}
              onChange={() => onChoose(each)}
            />
            <Icon name={PRIVACY_ICONS[each]} />
            <span>
              <span data-part="option-name">{messages['album.privacyNames'][each]}</span>
              <span data-part="help" id={`${group}-${each}`} aria-hidden="true">
                {messages['album.privacyHelp'][each]}
              </span>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function PasswordField({ draft: { input, missing, passwordRef, change } }: Pick<NewAlbumFieldsProps, 'draft'>): ReactElement {
  const messages = useMessages();
  const [isShown, setShown] = useState(false);
  return (
    <Field label={messages['album.privacyNames'].password} error={missing === 'password' ? messages['album.passwordMissing'] : null}>
      {(ids) => (
        <span data-part="password">
          <input
            form=""
            {...ids}
            ref={passwordRef}
            data-part="album-password"
            type={isShown ? 'text' : 'password'}
            autoComplete="new-password"
            required
            value={input.password}
            onChange={(event) => change({ password: event.target.value })}
          />
          <button
            type="button"
            data-part="show-password"
            data-look="icon-button"
            aria-label={messages['album.showPassword']}
            aria-pressed={isShown}
            onClick={() => setShown(!isShown)}
          >
            <Icon name="eye" />
          </button>
        </span>
      )}
    </Field>
  );
}

function ParentField({ draft: { input, change }, albums }: NewAlbumFieldsProps): ReactElement {
  const messages = useMessages();
  return (
    <Field label={messages['album.parent']}>
      {(ids) => (
        <Select {...ids} data-part="album-parent" value={input.parentId} onChange={(event) => change({ parentId: event.target.value })}>
          <option value="">{messages['option.none']}</option>
          {albums.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}
