'use client';
import { useEffect, useId, useRef, type KeyboardEvent, type MouseEvent, type ReactElement, type ReactNode } from 'react';
import { useLanguage, useMessages } from '../../react/LocaleProvider.js';
import { treeOf } from '../../shared/shadowTree.js';
import { Icon } from '../Icon/Icon.js';

export interface DialogProps {
  readonly title: ReactNode;
  /** The person wants out: Esc, the close button, or a click beside the dialog. The parent then unmounts it. */
  readonly onClose: () => void;
  /** Enter in a field of one line, as in a form. There is no form: the box may stand in one of the app's. */
  readonly onSubmit?: () => void;
  /** Buttons; they stay in sight under a long body. */
  readonly footer?: ReactNode;
  /** `l` is for two columns. */
  readonly size?: 'l';
  readonly children?: ReactNode;
}

/**
 * A modal dialog that is open for as long as it is mounted; the focus returns to where it was. Renders a `<dialog>`.
 * @attr data-part="dialog" · "dialog-header" · "dialog-body" · "dialog-footer" · "close"   @attr data-size l
 */
export function Dialog({ title, onClose, onSubmit, footer, size, children }: DialogProps): ReactElement {
  const messages = useMessages();
  const language = useLanguage();
  const titleId = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useModal(dialog);
  const onPointerDown = ({ target, currentTarget }: MouseEvent): void => {
    if (target === currentTarget) onClose();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    // Keys of a dialog are nobody else's: they lie over the box in the document, but not for the person.
    event.stopPropagation();
    const isLine = event.target instanceof HTMLInputElement && !['checkbox', 'radio', 'button'].includes(event.target.type);
    if (event.key !== 'Enter' || !isLine || event.defaultPrevented || event.nativeEvent.isComposing) return;
    event.preventDefault();
    onSubmit?.();
  };
  return (
    // The backdrop is the dialog itself to a pointer; keys have Esc and the close button.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions, jsx-a11y/click-events-have-key-events
    <dialog
      ref={dialog}
      {...language}
      data-part="dialog"
      data-size={size}
      aria-labelledby={titleId}
      onMouseDown={onPointerDown}
      onKeyDown={onKeyDown}
      onCancel={(event) => {
        if (event.target !== event.currentTarget) return;
        event.preventDefault();
        onClose();
      }}
    >
      <div data-part="dialog-content">
        <header data-part="dialog-header">
          <h2 data-part="title" id={titleId}>
            {title}
          </h2>
          <button type="button" data-part="close" data-look="icon-button" aria-label={messages['dialog.close']} onClick={onClose}>
            <Icon name="close" />
          </button>
        </header>
        <div data-part="dialog-body">{children}</div>
        {footer && <footer data-part="dialog-footer">{footer}</footer>}
      </div>
    </dialog>
  );
}

/** Opened by script, for only that makes the rest of the page inert. What had the focus gets it back, if it is still there. */
function useModal(dialog: { readonly current: HTMLDialogElement | null }): void {
  useEffect(() => {
    const element = dialog.current;
    const before = element && treeOf(element).activeElement;
    if (element && !element.open) element.showModal();
    return () => {
      element?.close();
      if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
    };
  }, [dialog]);
}
