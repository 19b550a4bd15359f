'use client';
import { useEffect, type ReactElement } from 'react';
import { canRemove } from '../../journey/canRemove.js';
import type { ItemId } from '../../journey/item.js';
import { canRetry } from '../../journey/upload/canRetry.js';
import { useAnnounce } from '../../react/announcements.js';
import { useMessages } from '../../react/LocaleProvider.js';
import { useUploader } from '../../react/UploaderContext.js';
import { Icon, type IconName } from '../Icon/Icon.js';
import { placeOf } from './selection.js';
import type { GridSelection } from './useGridSelection.js';

export interface SelectionBarProps {
  readonly order: readonly ItemId[];
  readonly selection: GridSelection;
}

/**
 * What can be done with the selected tiles: also the way to put them in order without dragging. Renders a `<div>`.
 * @attr data-part="selection" · "select-all" · "move-earlier" · "move-later" · "retry" · "remove" · "clear-selection"
 */
export function SelectionBar({ order, selection }: SelectionBarProps): ReactElement {
  const messages = useMessages();
  const uploader = useUploader();
  const selected = order.filter((id) => selection.ids.has(id));
  const items = selected.flatMap((id) => uploader.getState().byId.get(id) ?? []);
  const retryable = items.filter(canRetry);
  const removable = items.filter(canRemove);

  const count = messages['select.count'](selected.length);
  const announce = useAnnounce();
  useEffect(() => announce(count), [announce, count]);

  const moveTo = (target: ItemId | undefined, side: 'before' | 'after'): void => {
    const place = target && placeOf(selection.ids, target, side, uploader.getState().ids);
    if (place) uploader.reorder(place.ids, place.toIndex);
  };
  const firstAt = order.indexOf(selected[0] ?? 'item-0');
  const lastAt = order.indexOf(selected.at(-1) ?? 'item-0');
  const button = (part: string, words: string, onPress: () => void, icon?: IconName, isDisabled = false): ReactElement => (
    <button type="button" data-part={part} data-look="button" data-size="s" disabled={isDisabled} onClick={onPress}>
      {icon && <Icon name={icon} size="s" />}
      {words}
    </button>
  );
  return (
    <div data-part="selection" role="group" aria-label={messages['select.label']}>
      <span data-part="selection-count">{count}</span>
      <div data-part="actions">
        {selected.length < order.length && button('select-all', messages['select.all'], selection.all)}
        {button('move-earlier', messages['select.moveEarlier'], () => moveTo(order[firstAt - 1], 'before'), undefined, firstAt <= 0)}
        {button(
          'move-later',
          messages['select.moveLater'],
          () => moveTo(order[lastAt + 1], 'after'),
          undefined,
          lastAt >= order.length - 1,
        )}
        {retryable.length > 0 && button('retry', messages['tile.retry'], () => uploader.retry(retryable.map(({ id }) => id)), 'retry')}
        {removable.length > 0 && button('remove', messages['report.remove'], () => uploader.remove(removable.map(({ id }) => id)))}
        {button('clear-selection', messages['select.clear'], selection.clear)}
      </div>
    </div>
  );
}
