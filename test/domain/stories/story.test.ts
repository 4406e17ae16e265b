// Who may read a story, and what of it.
import { describe, expect, test } from "vitest";
import {
  awaitsTyping,
  holdOf,
  isNarrowed,
  mayShowPhotos,
  promptsToType,
  STORY_CONSENTS,
  STORY_PROMPTS,
  type StoryAnswers,
} from "../../../src/domain/stories/story.js";

const answers = (...spoken: string[]): StoryAnswers =>
  Object.fromEntries(
    STORY_PROMPTS.map((prompt) => [
      prompt,
      spoken.includes(prompt) ? { text: null, voiceId: "v" } : { text: "t", voiceId: null },
    ]),
  ) as StoryAnswers;

// Keeps P32.
describe("others read a story", () => {
  test.each(STORY_CONSENTS)("as its author says: %s", (consent) => {
    const isHeld = (hold: ReturnType<typeof holdOf>) => (consent === "none" ? "no_consent" : hold);
    expect(holdOf({ consent, isApart: false, awaitsTyping: false })).toBe(isHeld(null));
    // Why it is held is said by the author's no first, then by a trainer's: nobody types in vain.
    expect(holdOf({ consent, isApart: false, awaitsTyping: true })).toBe(isHeld("untyped"));
    expect(holdOf({ consent, isApart: true, awaitsTyping: true })).toBe(isHeld("not_admitted"));
  });

  test("when all that was said is written down", () => {
    expect(promptsToType(answers("proof", "before"))).toEqual(["before", "proof"]);
    expect([awaitsTyping(answers("who")), awaitsTyping(answers())]).toEqual([true, false]);
    expect(awaitsTyping({ ...answers(), who: { text: "t", voiceId: "v" } })).toBe(false);
  });

  test("less is allowed whenever a step back is taken", () => {
    const narrowed = STORY_CONSENTS.flatMap((before) =>
      STORY_CONSENTS.filter((after) => isNarrowed(before, after)).map((after) => `${before} ${after}`),
    );
    expect(narrowed).toEqual(["library none", "name none", "name library"]);
  });
});

// Keeps P19.
test("photos with children are shown to others only with somebody's yes", () => {
  const guardian = { name: "Ibu Ratna", relation: "parent", how: "letter", on: "2024-06-01" } as const;
  const may = (photos: string[], showsChildren: boolean, yes: boolean) =>
    mayShowPhotos({ photos, showsChildren, guardian: yes ? guardian : null });
  expect([may([], false, false), may([], true, true)]).toEqual([false, false]);
  expect([may(["a"], false, false), may(["a"], true, false), may(["a"], true, true)]).toEqual([true, false, true]);
});
