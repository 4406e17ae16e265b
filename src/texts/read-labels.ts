// What the button below an announcement says that asks to be told that it was read, in both languages: kept with the announcement.
import type { ReadLabels } from "../domain/announcements/announcement.js";
import { announcementRead as english } from "./en/announcement-read.js";
import { announcementRead as indonesian } from "./id/announcement-read.js";

const labelsOf = ({ ask, done }: { ask: string; done: string }) => ({ ask, done });

export const READ_LABELS: ReadLabels = { id: labelsOf(indonesian), en: labelsOf(english) };
