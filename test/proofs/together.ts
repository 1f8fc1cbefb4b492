/** Waits for works that go on at once. When one fails the others are told that it is over, and their end is waited for before the failure is thrown. */
export async function together(over: AbortController, works: readonly Promise<unknown>[]): Promise<void> {
  try {
    await Promise.all(works);
  } catch (error) {
    over.abort();
    await Promise.allSettled(works);
    throw error;
  }
}
