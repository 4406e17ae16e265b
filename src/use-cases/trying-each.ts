// Jobs that look after many: one that fails keeps nobody else waiting, and is told when the others are done.

export interface Trying {
  /** Whether it went well; a failure is kept. */
  tried(work: () => Promise<void>): Promise<boolean>;
  /** @throws the first failure, if there was any. */
  end(): void;
}

export function tryingEach(): Trying {
  const failures: unknown[] = [];
  return {
    async tried(work) {
      try {
        await work();
        return true;
      } catch (error) {
        failures.push(error);
        return false;
      }
    },
    end() {
      if (failures.length > 0) throw failures[0];
    },
  };
}
