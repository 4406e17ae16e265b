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

export function changeButton({ announcement }: Texts, id: number): Button {
  return { label: announcement.edit, data: action("change_announcement", id), tone: "primary" };
}
