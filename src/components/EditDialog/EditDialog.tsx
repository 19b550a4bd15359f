'use client';
import { useEffect, useRef, useState, type ReactElement } from 'react';
import type { UploadOptionName } from '../../api/contract.js';
import type { ItemId, UploadItem } from '../../journey/item.js';
import { useMessages } from '../../react/LocaleProvider.js';
import { useShownOptions } from '../BatchOptions/useShownOptions.js';
import { Dialog } from '../Dialog/Dialog.js';
import { FileName } from '../FileName/FileName.js';
import { Icon } from '../Icon/Icon.js';
import { ApplyToAll } from './ApplyToAll.js';
import { EditFields } from './EditFields.js';
import { EditPreview } from './EditPreview.js';
import { resizableSize } from './targetWidth.js';
import { canEdit } from '../../journey/canEdit.js';
import { useEditedItem, type EditedItem } from './useEditedItem.js';
import { useStepKeys } from './useStepKeys.js';

export interface EditDialogProps {
  /** The file to begin with. */
  readonly id: ItemId;
  readonly onClose: () => void;
}

const NAMES: readonly UploadOptionName[] = ['title', 'description', 'tags', 'widthPx', 'albumId', 'categoryId', 'expiration', 'isNsfw'];

/**
 * What a person says about single files before they are sent, and the way from one to the next. Changes count as they are made: closing loses nothing, undoing
 * is a button. Closes by itself when the file is removed. Renders a `<dialog>`.
 * @attr data-part="edit-layout" · "edit-preview" · "edit-picture" · "edit-title" · "edit-description" · "edit-width" · "edit-steps" · "previous" · "next" · "reset" ·
 * "done"
 */
export function EditDialog({ id, onClose }: EditDialogProps): ReactElement | null {
  const edited = useEditedItem(id);
  const { item } = edited;
  useStepKeys(edited.go);
  useEffect(() => {
    if (!item) onClose();
  }, [item, onClose]);
  // A reset also forgets what is half typed.
  const [resetCount, setResetCount] = useState(0);
  if (!item) return null;
  const reset = (): void => {
    edited.reset();
    setResetCount(resetCount + 1);
  };
  return (
    <Dialog
      size="l"
      title={<FileName name={item.source.name} />}
      onClose={onClose}
      onSubmit={onClose}
      footer={<EditFooter edited={edited} name={item.source.name} onReset={reset} onClose={onClose} />}
    >
      <EditLayout key={resetCount} item={item} otherCount={edited.count - 1} />
    </Dialog>
  );
}

function EditLayout({ item, otherCount }: { readonly item: UploadItem; readonly otherCount: number }): ReactElement {
  const shown = useShownOptions();
  const layout = useKeptFocus(item.id);
  const names = NAMES.filter((name) => shown.has(name) && (name !== 'widthPx' || resizableSize(item)));
  return (
    <div data-part="edit-layout" ref={layout} tabIndex={-1}>
      <EditPreview item={item} />
      <div data-part="fields">
        <EditFields item={item} shown={shown} />
        {otherCount > 0 && canEdit(item) && <ApplyToAll item={item} names={names} otherCount={otherCount} />}
      </div>
    </div>
  );
}

/** The next file may lack the field that had the focus; then it stays in the dialog, where the keys work. */
function useKeptFocus(id: ItemId) {
  const layout = useRef<HTMLDivElement>(null);
  const lastId = useRef(id);
  useEffect(() => {
    if (lastId.current !== id && document.activeElement === document.body) layout.current?.focus({ preventScroll: true });
    lastId.current = id;
  }, [id]);
  return layout;
}

interface EditFooterProps {
  readonly edited: EditedItem;
  readonly name: string;
  readonly onReset: () => void;
  readonly onClose: () => void;
}

function EditFooter({ edited, name, onReset, onClose }: EditFooterProps): ReactElement {
  const messages = useMessages();
  const { position, count, isChanged } = edited;
  return (
    <>
      {count > 1 && (
        <div data-part="edit-steps">
          <StepButton edited={edited} by={-1} />
          <span data-part="edit-position" role="status">
            {messages['edit.position']({ position, count })}
            <span data-part="visually-hidden"> {name}</span>
          </span>
          <StepButton edited={edited} by={1} />
        </div>
      )}
      <div data-part="actions">
        <button
          type="button"
          data-part="reset"
          data-look="button"
          data-variant="quiet"
          aria-disabled={!isChanged || undefined}
          onClick={() => isChanged && onReset()}
        >
          {messages['edit.reset']}
        </button>
        <button type="button" data-part="done" data-look="button" data-variant="primary" onClick={onClose}>
          {messages['edit.done']}
        </button>
      </div>
    </>
  );
}

function StepButton({ edited: { position, count, go }, by }: { readonly edited: EditedItem; readonly by: 1 | -1 }): ReactElement {
  const messages = useMessages();
  const isNext = by === 1;
  const isEnd = position === (isNext ? count : 1);
  return (
    <button
      type="button"
      data-part={isNext ? 'next' : 'previous'}
      data-look="icon-button"
      aria-label={messages[isNext ? 'edit.next' : 'edit.previous']}
      aria-keyshortcuts={isNext ? 'Alt+ArrowRight' : 'Alt+ArrowLeft'}
      aria-disabled={isEnd || undefined}
      onClick={() => go(by)}
    >
      <Icon name={isNext ? 'next' : 'previous'} />
    </button>
  );
}
