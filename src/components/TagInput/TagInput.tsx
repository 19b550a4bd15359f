'use client';
import { useEffect, useId, useRef, useState, type ChangeEvent, type ClipboardEvent, type KeyboardEvent, type ReactElement } from 'react';
import { useMessages } from '../../react/LocaleProvider.js';
import { Field } from '../Field/Field.js';
import { Icon } from '../Icon/Icon.js';
import { keepTags } from './earlierTags.js';
import { takeTags, uniqueTags } from './tags.js';

export interface TagInputProps {
  readonly label: string;
  readonly tags: readonly string[];
  readonly onChange: (tags: readonly string[]) => void;
  /** Asked each time the person comes to write a tag. */
  readonly getSuggestions: () => readonly string[];
  /** What the tags belong to. When it changes, what was being typed is added to the tags of the one before. */
  readonly subject: string;
}

/**
 * Tags as chips before a text field. Enter or a comma adds what was typed, Backspace in the empty field takes the last one away, leaving adds too. Suggestions
 * are the platform's own list. Renders a field.
 * @attr data-part="tag-box" · "tag" · "tag-remove" · "tag-input"
 */
export function TagInput({ label, tags, onChange, getSuggestions, subject }: TagInputProps): ReactElement {
  const messages = useMessages();
  const listId = useId();
  const input = useRef<HTMLInputElement>(null);
  const [suggestions, setSuggestions] = useState<readonly string[]>([]);
  const { text, isTooLong, type } = useTyping(tags, onChange, subject);

  const remove = (tag: string): void => {
    onChange(tags.filter((each) => each !== tag));
    input.current?.focus();
  };
  const onInput = (event: ChangeEvent<HTMLInputElement>): void => {
    const { value } = event.target;
    type(value, isChosen(event.nativeEvent) && suggestions.includes(value));
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    const last = tags.at(-1);
    if (event.key === 'Enter') {
      event.preventDefault();
      type(text, true);
    } else if (event.key === 'Backspace' && text === '' && last !== undefined) remove(last);
  };
  return (
    <Field label={label} error={isTooLong ? messages['option.tagTooLong'] : null}>
      {({ 'data-look': _look, ...ids }) => (
        <div data-part="tag-box">
          {tags.length > 0 && <TagList label={label} tags={tags} onRemove={remove} />}
          <input
            form=""
            {...ids}
            ref={input}
            data-part="tag-input"
            list={listId}
            value={text}
            placeholder={tags.length === 0 ? messages['option.tagHint'] : undefined}
            autoComplete="off"
            autoCapitalize="none"
            enterKeyHint="enter"
            onFocus={() => setSuggestions(getSuggestions())}
            onBlur={() => type(text, true)}
            onPaste={(event) => pasteLines(event, (lines) => type(`${text}${lines}`, true))}
            onChange={onInput}
            onCompositionEnd={(event) => type(event.currentTarget.value, false)}
            onKeyDown={onKeyDown}
          />
          <datalist id={listId}>
            {without(suggestions, tags).map((tag) => (
              <option key={tag} value={tag}>
                {tag}
              </option>
            ))}
          </datalist>
        </div>
      )}
    </Field>
  );
}

/** A field of one line would join the lines of a list without anything between them. */
function pasteLines(event: ClipboardEvent, onLines: (lines: string) => void): void {
  const pasted = event.clipboardData.getData('text/plain');
  if (!/[\r\n]/.test(pasted)) return;
  event.preventDefault();
  onLines(pasted);
}

const without = (suggestions: readonly string[], tags: readonly string[]): readonly string[] =>
  uniqueTags([...tags, ...suggestions]).slice(tags.length);

/** Whether a value came from the list and not from typing. */
const isChosen = (event: Event): boolean => !(event instanceof InputEvent) || event.inputType === 'insertReplacementText';

interface Typing {
  readonly text: string;
  readonly isTooLong: boolean;
  /** The field holds this now; `isWhole` when it is finished. */
  type(text: string, isWhole: boolean): void;
}

interface Draft {
  readonly subject: string;
  readonly text: string;
  readonly isTooLong: boolean;
}

function useTyping(tags: readonly string[], onChange: TagInputProps['onChange'], subject: string): Typing {
  const [draft, setDraft] = useState<Draft | null>(null);
  const { text, isTooLong } = draft?.subject === subject ? draft : { text: '', isTooLong: false };
  const type = (typed: string, isWhole: boolean): void => {
    const taken = takeTags(tags, typed, isWhole);
    setDraft({ subject, text: taken.rest, isTooLong: taken.isTooLong });
    const added = taken.tags.slice(tags.length);
    if (added.length === 0) return;
    keepTags(added);
    onChange(taken.tags);
  };
  const finish = useRef<(left: string) => void>(() => {});
  // Effects are taken back before new ones run, so that the one below still finds what was typed for the subject before.
  useEffect(() => {
    finish.current = (left) => {
      if (left === subject && text !== '') type(text, true);
    };
  });
  useEffect(() => () => finish.current(subject), [subject]);
  return { text, isTooLong, type };
}

interface TagListProps {
  readonly label: string;
  readonly tags: readonly string[];
  readonly onRemove: (tag: string) => void;
}

function TagList({ label, tags, onRemove }: TagListProps): ReactElement {
  const messages = useMessages();
  return (
    <ul data-part="tag-list" aria-label={label}>
      {tags.map((tag) => (
        <li key={tag} data-part="tag">
          <bdi>{tag}</bdi>
          <button type="button" data-part="tag-remove" aria-label={messages['option.removeTag'](tag)} onClick={() => onRemove(tag)}>
            <Icon name="close" size="s" />
          </button>
        </li>
      ))}
    </ul>
  );
}
