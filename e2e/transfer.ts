import type { JSHandle, Page } from '@playwright/test';
import { mediaBytes } from './box.js';

/** What a person drags or copies: real files in a real DataTransfer, made inside the page. */
export function transferOf(page: Page, fileNames: readonly string[]): Promise<JSHandle<DataTransfer>> {
  const files = fileNames.map((name) => ({ name, base64: mediaBytes(name).toString('base64') }));
  return page.evaluateHandle((described) => {
    const transfer = new DataTransfer();
    for (const { name, base64 } of described) {
      const bytes = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
      const types: Record<string, string> = { png: 'image/png', gif: 'image/gif', jpg: 'image/jpeg', mp4: 'video/mp4', txt: 'text/plain' };
      transfer.items.add(new File([bytes], name, { type: types[name.split('.').at(-1) ?? ''] ?? '' }));
    }
    return transfer;
  }, files);
}
