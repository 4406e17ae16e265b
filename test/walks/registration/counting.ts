// A newcomer whose presses and characters are counted, and what they see.
import type { Person } from "../../../src/sandbox/shapes.js";
import { actsOn, stageAt } from "../../support/stage/stage-at.js";

/** Called once at the top of a file. */
export function openCounting() {
  const stage = stageAt("2024-06-02T02:00:00Z");

  /** A phone that counts what its owner has to do. */
  function counting(person: Person) {
    const count = { presses: 0, characters: 0, questions: 0 };
    const turn = async (act: () => unknown) => {
      act();
      await stage.settle();
    };
    return {
      count,
      opens: (token?: string) => turn(() => person.start(token)).then(() => void count.presses++),
      presses: (choice: string | RegExp) => turn(() => person.presses(choice)).then(() => void count.presses++),
      shares: () => turn(() => person.sharesContact()).then(() => void count.presses++),
      says: async (text: string) => {
        await turn(() => person.says(text));
        // And the arrow that sends it.
        count.presses++;
        count.characters += text.length;
      },
    };
  }

  const step = (person: Person) =>
    /Langkah (\d+) dari (\d+)/
      .exec(person.lastMessage()?.text ?? "")
      ?.slice(1)
      .map(Number);
  /** The buttons of the newest message, or the keyboard that stands in for them. */
  const choices = (person: Person) =>
    (person.lastMessage()?.reply_markup?.inline_keyboard ?? person.keyboard()?.keyboard ?? [])
      .flat()
      .map((button) => (typeof button === "string" ? button : button.text));

  const turn = actsOn(stage);

  return { stage, counting, step, choices, turn };
}
