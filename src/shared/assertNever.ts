/** Makes the compiler list every case that a `switch` forgot. Throws if one arrives at run time all the same. */
export function assertNever(value: never): never {
  throw new Error(`Unforeseen case: ${JSON.stringify(value)}`);
}
