// The two answers to a notice: what agreeing asks for differs, refusing is one.
import { action } from "../domain/action.js";
import type { Button } from "../domain/message.js";
import type { Texts } from "../texts/index.js";

export function consentButtons({ registration }: Texts, agreed: string): Button[] {
  return [
    { label: registration.agree, data: agreed, tone: "success" },
    { label: registration.refuse, data: action("refuse") },
  ];
}
