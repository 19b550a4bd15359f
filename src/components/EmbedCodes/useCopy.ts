'use client';
import { useState } from 'react';

/** What became of the last copy, and which text it was. */
export interface CopyState {
  readonly status: 'idle' | 'copied' | 'failed';
  readonly copiedText: string | null;
  /** How often something was copied: as a key it makes the same words be said again. */
  readonly copyCount: number;
}

/**
 * Copies text. A page on plain HTTP has no clipboard: there the element that shows the text is selected, so that a person can copy it.
 *
 * @param shownIn the element whose words are the text
 */
export function useCopy(): CopyState & { copy(text: string, shownIn: Element | null): Promise<void> } {
  const [state, setState] = useState<CopyState>({ status: 'idle', copiedText: null, copyCount: 0 });
  return {
    ...state,
    async copy(text, shownIn) {
      const isCopied = await write(text);
      if (!isCopied && shownIn) select(shownIn);
      setState(({ copyCount }) => ({ status: isCopied ? 'copied' : 'failed', copiedText: text, copyCount: copyCount + 1 }));
    },
  };
}

/** Fields keep a selection of their own, which shows while they have the focus. */
function select(shownIn: Element): void {
  if (!(shownIn instanceof HTMLTextAreaElement)) return getSelection()?.selectAllChildren(shownIn);
  shownIn.focus();
  shownIn.select();
}

async function write(text: string): Promise<boolean> {
  try {
    // Absent where the context is not secure, whatever its type says.
    await (navigator.clipboard as Clipboard | undefined)?.writeText(text);
    return 'clipboard' in navigator && navigator.clipboard !== undefined;
  } catch {
    return false;
  }
}
