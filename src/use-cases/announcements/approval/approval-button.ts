// A button about an announcement that another person has written.
import { action } from "../../../domain/messages/action.js";
import type { Button } from "../../../domain/messages/message.js";

export function approvalButton(label: string, id: number, ...verb: string[]): Button {
  return { label, data: action("announcement", id, ...verb) };
}
