'use client';
import { useEffect, useRef, type ReactElement } from 'react';
import { useMessages } from '../../react/LocaleProvider.js';
import { useIntake } from './IntakeContext.js';

/**
 * The way in while the page's script has not come, or never will: a form that posts one file and gets a page back. What was chosen in it when the script comes is
 * taken over. Renders a `<form>`.
 * @attr data-part="plain-form"
 */
export function PlainForm({ action }: { readonly action: string }): ReactElement {
  const messages = useMessages();
  const { takeIn } = useIntake();
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const chosen = input.current;
    return () => {
      if (!chosen?.files?.length) return;
      takeIn([...chosen.files]);
      chosen.value = '';
    };
  }, [takeIn]);
  return (
    <form data-part="plain-form" method="post" action={action} encType="multipart/form-data">
      <div data-part="actions">
        <input ref={input} type="file" name="source" required aria-label={messages['intake.addFiles']} />
        <button type="submit" data-look="button" data-variant="primary">
          {messages['queue.start'](1)}
        </button>
      </div>
    </form>
  );
}
