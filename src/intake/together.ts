// Under load many updates end at once: those that end while one statement is under way are carried by the next, all together.

/** Returns what hands over one item and resolves when the statement that carried it is done; a failure fails all it carried. */
export function together<T>(carryOut: (items: T[]) => Promise<void>): (item: T) => Promise<void> {
  let waiting: { item: T; resolve: () => void; reject: (error: unknown) => void }[] = [];
  let isUnderway = false;

  const run = async () => {
    isUnderway = true;
    while (waiting.length > 0) {
      const batch = waiting;
      waiting = [];
      try {
        await carryOut(batch.map(({ item }) => item));
        for (const { resolve } of batch) resolve();
      } catch (error) {
        for (const { reject } of batch) reject(error);
      }
    }
    isUnderway = false;
  };

  return (item) =>
    new Promise((resolve, reject) => {
      waiting.push({ item, resolve, reject });
      if (!isUnderway) void run();
    });
}
