'use client';
import { useState, type ReactElement } from 'react';
import type { UploadOptionName, UploadOptions } from '../../api/contract.js';
import type { ItemId, UploadItem } from '../../journey/item.js';
import { itemsOf } from '../../journey/queue/totals.js';
import { useMessages } from '../../react/LocaleProvider.js';
import { useUploader } from '../../react/UploaderContext.js';
import { CheckField } from '../Field/CheckField.js';
import { copiedAtFirst, copyOptions } from './copyOptions.js';
import { canEdit } from '../../journey/canEdit.js';

export interface ApplyToAllProps {
  readonly item: UploadItem;
  /** What there is to copy, in the order of the fields. */
  readonly names: readonly UploadOptionName[];
  /** How many other files take it. */
  readonly otherCount: number;
}

/**
 * Copies what was said about one file to all others that can still be edited: says what and to how many, and can take it back. Renders a `<details>`.
 * @attr data-part="apply" · "apply-start" · "apply-undo"
 */
export function ApplyToAll({ item, names, otherCount }: ApplyToAllProps): ReactElement {
  const messages = useMessages();
  const [picked, setPicked] = useState<{ readonly id: ItemId; readonly names: ReadonlySet<UploadOptionName> } | null>(null);
  const { apply, undo, appliedCount } = useApply();
  const marked = picked?.id === item.id ? picked.names : copiedAtFirst(item.options);
  const chosen = names.filter((name) => marked.has(name));
  const mark = (name: UploadOptionName, isMarked: boolean): void => {
    const others = [...marked].filter((each) => each !== name);
    setPicked({ id: item.id, names: new Set(isMarked ? [...others, name] : others) });
  };
  return (
    <details data-part="apply" onToggle={({ currentTarget }) => currentTarget.scrollIntoView({ block: 'nearest' })}>
      <summary data-look="link">{messages['edit.applyToAll']}</summary>
      <div data-part="apply-names">
        {names.map((name) => (
          <CheckField key={name} isChecked={marked.has(name)} onChange={(isMarked) => mark(name, isMarked)}>
            {messages['option.names'][name]}
          </CheckField>
        ))}
      </div>
      <div data-part="actions">
        <button
          type="button"
          data-part="apply-start"
          data-look="button"
          aria-disabled={chosen.length === 0 || undefined}
          onClick={() => chosen.length > 0 && apply(item, chosen)}
        >
          {messages['edit.apply'](otherCount)}
        </button>
        {appliedCount !== null && (
          <button type="button" data-part="apply-undo" data-look="button" data-variant="quiet" onClick={undo}>
            {messages['edit.undo']}
          </button>
        )}
        <span data-part="help" role="status">
          {appliedCount !== null && messages['edit.applied'](appliedCount)}
        </span>
      </div>
    </details>
  );
}

interface Applied {
  readonly id: ItemId;
  readonly before: UploadOptions;
  readonly after: UploadOptions;
}

function useApply() {
  const uploader = useUploader();
  const [applied, setApplied] = useState<readonly Applied[] | null>(null);
  return {
    appliedCount: applied && applied.length,
    apply(from: UploadItem, names: readonly UploadOptionName[]): void {
      const others = itemsOf(uploader.getState()).filter((item) => item.id !== from.id && canEdit(item));
      const changes = others.map((to) => ({ id: to.id, before: to.options, after: copyOptions(from, to, names) }));
      uploader.updateAll(changes.map(({ id, after }) => [id, after]));
      setApplied(changes);
    },
    /** What was said about a file since then stays. */
    undo(): void {
      const { byId } = uploader.getState();
      const untouched = (applied ?? []).filter(({ id, after }) => byId.get(id)?.options === after);
      uploader.updateAll(untouched.map(({ id, before }) => [id, before]));
      setApplied(null);
    },
  };
}
