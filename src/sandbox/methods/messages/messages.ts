// Text, places, forwarding and copying; chat actions.
import type { Message } from "grammy/types";
import type { Content } from "../../state/chat.js";
import { chatToWriteTo, findChat } from "../../state/chats.js";
import { formattedText } from "../../text/formatted-text.js";
import { badRequest } from "../errors.js";
import { integerField, numberField, objectField, stringField } from "../fields.js";
import type { Handlers } from "../handler.js";
import { captionIn } from "./captions.js";
import { type Call, deliver } from "./deliver.js";

/** As Telegram: 1–4096 UTF-16 units after the entities were read. */
const LONGEST_TEXT = 4096;

const ACTIONS = [
  "typing",
  "upload_photo",
  "record_video",
  "upload_video",
  "record_voice",
  "upload_voice",
  "upload_document",
  "choose_sticker",
  "find_location",
  "record_video_note",
  "upload_video_note",
];

export const messageMethods = {
  sendMessage: (call) => {
    const content = textContentOf(call);
    const preview = objectField(call.params, "link_preview_options");
    return deliver(call, {
      ...content,
      ...(preview === undefined ? {} : { link_preview_options: preview }),
    }) as Message.TextMessage;
  },
  sendLocation: (call) => {
    const latitude = numberField(call.params, "latitude") ?? badRequest("latitude is empty");
    const longitude = numberField(call.params, "longitude") ?? badRequest("longitude is empty");
    if (Math.abs(latitude) > 90 || Math.abs(longitude) > 180) badRequest("location is invalid");
    return deliver(call, { location: { latitude, longitude } }) as Message.LocationMessage;
  },
  forwardMessage: (call) => {
    const original = source(call, "message to forward not found");
    const content = contentOf(original);
    return deliver(call, {
      ...content,
      forward_origin: original.forward_origin ?? {
        type: "user",
        sender_user: original.from ?? call.world.bot,
        date: original.date,
      },
    });
  },
  copyMessage: (call) => {
    const original = source(call, "message to copy not found");
    const { caption: _, caption_entities: __, media_group_id: ___, ...rest } = contentOf(original);
    const takesCaption = original.text === undefined;
    const caption =
      takesCaption && call.params.caption !== undefined
        ? captionIn(call.params)
        : { caption: original.caption, caption_entities: original.caption_entities };
    return { message_id: deliver(call, { ...rest, ...defined(caption) }).message_id };
  },
  sendChatAction: ({ world, params }) => {
    const action = stringField(params, "action") ?? "";
    if (!ACTIONS.includes(action)) badRequest("wrong parameter action in request");
    const chat = chatToWriteTo(world, params.chat_id);
    chat.lastAction = { action, at: world.clock.now() };
    world.changed({ kind: "action", chatId: chat.chat.id });
    return true;
  },
} satisfies Handlers;

/** The text of a sent or edited message, or Telegram's refusal. */
export function textContentOf({ params }: Call): Content {
  const source = stringField(params, "text") ?? "";
  if (source === "") badRequest("message text is empty");
  const { text, entities } = formattedText(params, source, "entities");
  if (text === "") badRequest("text must be non-empty");
  if (text.length > LONGEST_TEXT) badRequest("message is too long");
  return { text, ...(entities.length === 0 ? {} : { entities: [...entities] }) };
}

function source({ world, params }: Call, missing: string): Message {
  const from = findChat(world, params.from_chat_id);
  const id = integerField(params, "message_id") ?? badRequest("message identifier is not specified");
  const original = from.messages.get(id) ?? badRequest(missing);
  if (original.has_protected_content) badRequest("message has protected content and can't be forwarded");
  return original;
}

/** What a message says, without where and by whom. */
function contentOf(message: Message): Content {
  const {
    message_id: _id,
    from: _from,
    chat: _chat,
    date: _date,
    edit_date: _edit,
    reply_markup: _markup,
    reply_to_message: _reply,
    forward_origin: _origin,
    ...content
  } = message;
  return content;
}

function defined(caption: {
  caption?: string | undefined;
  caption_entities?: Content["caption_entities"] | undefined;
}) {
  return {
    ...(caption.caption === undefined ? {} : { caption: caption.caption }),
    ...(caption.caption_entities === undefined ? {} : { caption_entities: caption.caption_entities }),
  };
}
