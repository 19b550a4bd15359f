import type { Form } from '../http/readForm.js';

export type FormTree = { [key: string]: string | string[] | FormTree };

/** Secrets are not sent back, though hosts do. */
const SECRET = /^auth_token$|password/;

/** The fields as hosts echo them: `album[ids][]` becomes `{album: {ids: […]}}`. Nothing deeper is made. */
export function formTree(form: Form): FormTree {
  const tree = Object.create(null) as FormTree;
  for (const [name, value] of form.fields) {
    const [, head = '', key, list] = /^([^[\]]+)(?:\[([^[\]]+)\])?(\[\])?$/.exec(name) ?? [];
    if (head === '') continue;
    const shown = SECRET.test(key ?? head) ? '' : value;
    const branch = key === undefined ? tree : branchOf(tree, head);
    const leaf = key ?? head;
    if (list === undefined) branch[leaf] = shown;
    else branch[leaf] = [...(Array.isArray(branch[leaf]) ? branch[leaf] : []), shown];
  }
  return tree;
}

function branchOf(tree: FormTree, name: string): FormTree {
  const there = tree[name];
  if (typeof there === 'object' && !Array.isArray(there)) return there;
  const made = Object.create(null) as FormTree;
  tree[name] = made;
  return made;
}
