// A question answered in the person's own words.

import type { Message } from "../../../domain/messages/message.js";
import { hasLetter } from "../../../domain/people/has-letter.js";
import { steeringWord } from "../../../domain/words/steering-words.js";
import type { Texts } from "../../../texts/index.js";
import type { Step, StepContext } from "../form.js";
import { isPressOf, isWhole } from "../presses/press.js";

interface Pressable {
  value: string;
  label: string;
}

export interface TextStepOptions<Facts> {
  label(texts: Texts): string;
  ask(context: StepContext<Facts>): Promise<Message> | Message;
  /** In characters. Shorter is taken for a slip of the finger. */
  min?: number;
  max: number;
  /** A name: one letter is enough, and none is none. */
  isName?: boolean;
  /** See Step.keeps; of a name, "names". */
  keeps?: "words" | "names";
  /** Others read it as it was written, line by line. */
  keepsLines?: true;
  example(context: StepContext<Facts>): string;
  /** Answers that can be pressed instead of typed: value → label. */
  choices?(context: StepContext<Facts>): Promise<Pressable[]> | Pressable[];
  /** Their values are the answer's own words: a button means what it said, though it would not be offered any more. */
  choicesAreWords?: true;
}

export function textStep<Facts>(options: TextStepOptions<Facts>): Step<Facts> {
  const keeps = options.keeps ?? (options.isName === true ? "names" : undefined);
  return {
    typed: true,
    ...(keeps !== undefined && { keeps }),
    label: options.label,
    async value(context, answer) {
      const choices = (await options.choices?.(context)) ?? [];
      return choices.find(({ value }) => value === answer)?.label ?? (answer as string | null);
    },
    async ask(context) {
      const message = await options.ask(context);
      const choices = (await options.choices?.(context)) ?? [];
      return { ...message, buttons: choices.map(({ value, label }) => [{ label, data: context.press(value) }]) };
    },
    async read(context, input) {
      const { common } = context.texts;
      const words = input.kind === "press" ? input.value : input.kind === "text" ? input.text : null;
      if (words === null) return { kind: "problem", say: common.onlyText() };
      if (input.kind === "press") {
        const chosen = (await options.choices?.(context))?.find(({ value }) => isPressOf(value, words));
        if (chosen !== undefined) return { kind: "answer", value: chosen.value };
        // Anybody can forge a press: what is offered no longer is looked at as if it had been typed.
        const isWord = options.choicesAreWords === true && isWhole(words) && steeringWord(words) === null;
        if (!isWord) return { kind: "problem", say: common.oldMenu() };
      }
      // Line breaks and runs of spaces come from phones' keyboards, not from what is meant.
      const spaced = options.keepsLines === true ? words.replace(/[^\S\n]+/g, " ") : words.replace(/\s+/g, " ");
      const text = spaced.replace(/\n{3,}/g, "\n\n").trim();
      if (text.length > options.max) return { kind: "problem", say: common.tooLong(options.max) };
      const isTooLittle = options.isName === true ? !hasLetter(text) : text.length < (options.min ?? 2);
      if (isTooLittle) {
        return { kind: "problem", say: common.notUnderstoodHere(options.example(context)) };
      }
      return { kind: "answer", value: text };
    },
  };
}
