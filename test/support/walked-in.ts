// In which languages a walk is walked: in both with `npm run test:postgres`, in Indonesian alone with `npm test`. The steps are the same,
// and so is the code that runs; only the words differ, which test/texts compares one by one in either suite. The English halves took a
// sixth of the time that a change waits for.
import type { Language } from "../../src/domain/people/person.js";

export const WALKED_IN: readonly Language[] = process.env.TEST_DATABASE === "postgres" ? ["id", "en"] : ["id"];
