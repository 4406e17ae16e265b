// "Sure?": what cannot be taken back with one press is asked about once more, and the way back stands below it.
import type { Button, Message, RichText } from "../../domain/messages/message.js";

/** `yes` is red where it says no other tone. */
export function confirmScreen(question: RichText, { yes, no }: { yes: Button; no: Button }): Message {
  return { ...question, buttons: [[{ tone: "danger", ...yes }], [no]] };
}
