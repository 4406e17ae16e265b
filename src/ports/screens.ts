// Changes a message that we sent, outside of any update: what is shown follows what is so.
import type { Message } from "../domain/messages/message.js";

/**
 * gone: deleted, too old, its reader cannot be reached, or the new message cannot stand in its place (a picture, or too long); a number:
 * Telegram asks for patience, in seconds.
 */
export type Changed = "shown" | "gone" | number;

export interface Screens {
  /** Changes text and buttons in their place. Twice is once. */
  change(chatId: number, messageId: number, message: Message): Promise<Changed>;
}
