// A button about an announcement that another person has written.
import { action } from "../../domain/action.js";
import type { Button } from "../../domain/message.js";

export function approvalButton(label: string, id: number, ...verb: string[]): Button {
  return { label, data: action("announcement", id, ...verb) };
}
