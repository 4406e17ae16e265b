// Whether an announcement was read: what its button says, and what is answered.
import type { announcementRead as Indonesian } from "../id/announcement-read.js";
import { rich } from "../rich.js";

export const announcementRead: typeof Indonesian = {
  ask: "👍 I have read it",
  done: "✅ Read",
  noted: () => rich`This is noted. Thank you.`,
  again: () => rich`This announcement needs to be read. When you have, please press the button below so that we know.`,
  notTheirs: () => rich`That announcement was not for you, so there is nothing to mark.`,
};
