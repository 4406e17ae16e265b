// The forms of the bot, as far as time needs to know them: what a draft that was left still waits for.
import type { Draft } from "../queue/drafts.js";

export interface OpenQuestion {
  /** Which form it is, in the person's language and in the middle of a sentence: "laporan Advokasi". */
  about: string;
  /** As the person was asked it; null where all is answered and only the sending is left. */
  question: string | null;
}

export interface FormsPort {
  /** Null where there is nothing to go on with: not a form of participants, its subject gone, or done in another way meanwhile. */
  openQuestion(draft: Draft): Promise<OpenQuestion | null>;
}
