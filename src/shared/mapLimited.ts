/** As `Promise.all` over `work`, in the same order, but with at most `limit` of them under way. Rejects with the first rejection. */
export async function mapLimited<T, R>(values: readonly T[], limit: number, work: (value: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  let next = 0;
  const takeTurns = async (): Promise<void> => {
    for (let at = next++; at < values.length; at = next++) results[at] = await work(values[at] as T);
  };
  await Promise.all(Array.from({ length: Math.min(limit, values.length) }, takeTurns));
  return results;
}
