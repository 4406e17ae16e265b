// What can be done with an announcement that was held because its time is long past.
import { action } from "../../../domain/messages/action.js";
import type { Button } from "../../../domain/messages/message.js";
import type { Texts } from "../../../texts/index.js";

export function heldButtons(texts: Texts, id: number): Button[][] {
  const { sendLate, stop } = texts.announcement;
  return [
    [{ label: sendLate, data: action("resume_announcement", id), tone: "primary" }],
    [changeButton(texts, id)],
    [{ label: stop, data: action("ask_stop_announcement", id), tone: "danger" }],
  ];
}

/** … because somebody paused it. */
export function pausedButtons({ announcement: words }: Texts, id: number): Button[][] {
  return [
    [{ label: words.resume, data: action("resume_announcement", id), tone: "primary" }],
    [{ label: words.details, data: action("announcement", id) }],
    [{ label: words.stop, data: action("ask_stop_announcement", id), tone: "danger" }],
  ];
}

/** … because it waits for an approval; `isOverdue`: it can only be put before the admins anew, by changing it. */
export function awaitingButtons(texts: Texts, id: number, isOverdue: boolean): Button[][] {
  const { approval } = texts.announcement;
  const review = { label: approval.review, data: action("review_announcement", id), tone: "primary" } as const;
  return [
    ...(isOverdue ? [] : [[review]]),
    [changeButton(texts, id)],
    [{ label: approval.withdraw, data: action("stop_announcement", id), tone: "danger" }],
  ];
}

export function changeButton({ announcement }: Texts, id: number): Button {
  return { label: announcement.edit, data: action("change_announcement", id), tone: "primary" };
}
