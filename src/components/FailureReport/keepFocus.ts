/** A button goes with what it removes, so the focus moves to what stays: the same button of a neighbour, else the headline of the box. */
export function keepFocus(button: HTMLElement): void {
  const report = button.closest('[data-part=report]');
  const alike = [...(report?.querySelectorAll<HTMLElement>(`[data-part=${button.dataset['part']}]`) ?? [])];
  const at = alike.indexOf(button);
  const headline = button.closest('[data-part=uploader]')?.querySelector<HTMLElement>('[data-part=headline]');
  (alike[at + 1] ?? alike[at - 1] ?? headline)?.focus();
}
