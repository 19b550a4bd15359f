/** A multipart body of these fields, in this order. */
export function toForm(fields: Iterable<readonly [name: string, value: string | File]>): FormData {
  const form = new FormData();
  for (const [name, value] of fields) form.append(name, value);
  return form;
}
