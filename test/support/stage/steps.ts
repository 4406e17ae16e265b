// The steps of handling an update: every call to the store, within transactions too, to what is kept of conversations, and to Telegram.
// A test goes around each of them, so that it can break any.
import type { Store } from "../../../src/ports.js";

/** Makes the call, or throws before or after it. */
export type Step = <T>(name: string, call: () => Promise<T>) => Promise<T>;

export function inSteps(store: Store, step: Step): Store {
  const wrapped = (inner: Store): Store => {
    const parts = Object.entries(inner).flatMap(([name, part]) =>
      typeof part === "object" ? [[name, partInSteps(part, name, step)]] : [],
    );
    return {
      ...(Object.fromEntries(parts) as Omit<Store, "transaction">),
      transaction: (work) => step("transaction", () => inner.transaction((tx) => work(wrapped(tx)))),
    };
  };
  return wrapped(store);
}

export function partInSteps<Part extends object>(part: Part, name: string, step: Step): Part {
  return new Proxy(part, {
    get(target, method) {
      const value: unknown = Reflect.get(target, method);
      if (typeof value !== "function") return value;
      return (...args: unknown[]) => step(`${name}.${String(method)}`, async () => value.apply(target, args));
    },
  });
}
