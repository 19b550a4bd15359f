/** Offers text as a download. */
export function saveAsFile(text: string, fileName: string, mimeType: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: mimeType }));
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName;
  link.click();
  // The browser has taken the blob by then.
  queueMicrotask(() => URL.revokeObjectURL(url));
}
