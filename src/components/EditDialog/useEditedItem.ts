'use client';
import { useRef, useState } from 'react';
import type { UploadOptions } from '../../api/contract.js';
import type { ItemId, UploadItem } from '../../journey/item.js';
import type { UploaderState } from '../../journey/state.js';
import { useUploader } from '../../react/UploaderContext.js';
import { useUploaderState, useUploadItem } from '../../react/useUploaderState.js';
import { canEdit } from '../../journey/canEdit.js';

export interface EditedItem {
  /** Undefined when it was removed meanwhile. */
  readonly item: UploadItem | undefined;
  /** From 1, among `count` files that can be edited. */
  readonly position: number;
  readonly count: number;
  /** To the next file (1) or the one before (-1), as far as there is one. */
  go(by: 1 | -1): void;
  readonly isChanged: boolean;
  /** What was said about the file goes back to how it was when the dialog came to it. */
  reset(): void;
}

/** The file that a dialog is about, and the way to those beside it. */
export function useEditedItem(firstId: ItemId): EditedItem {
  const uploader = useUploader();
  const [id, setId] = useState(firstId);
  const item = useUploadItem(id);
  const ids = useEditableIds(id);
  const before = useOptionsBefore(item);
  const at = ids.indexOf(id);
  return {
    item,
    position: at + 1,
    count: ids.length,
    go(by) {
      const next = ids[at + by];
      if (next !== undefined) setId(next);
    },
    isChanged: item?.options !== before,
    reset: () => before && uploader.update(id, before),
  };
}

/** What was said about a file when the dialog first came to it; undefined for one that is gone. */
function useOptionsBefore(item: UploadItem | undefined): UploadOptions | undefined {
  const [byId, setById] = useState<Readonly<Record<ItemId, UploadOptions>>>({});
  if (item && !byId[item.id]) setById({ ...byId, [item.id]: item.options });
  return item && (byId[item.id] ?? item.options);
}

/** The same reference while the files stay the same, whatever else moves. */
function useEditableIds(currentId: ItemId): readonly ItemId[] {
  const last = useRef<readonly ItemId[]>([]);
  return useUploaderState(({ ids, byId }: UploaderState) => {
    const editable = ids.filter((id) => {
      const item = byId.get(id);
      return item !== undefined && (id === currentId || canEdit(item));
    });
    if (editable.length === last.current.length && editable.every((id, at) => id === last.current[at])) return last.current;
    last.current = editable;
    return editable;
  });
}
