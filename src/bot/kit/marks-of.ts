// The formatting somebody gave to their own words, as marks. Kinds that we do not send ourselves are left out.
import type { MessageEntity } from "grammy/types";
import type { Mark } from "../../domain/messages/message.js";

export function marksOf(entities: readonly MessageEntity[] | undefined): Mark[] {
  return (entities ?? []).flatMap((entity): Mark[] => {
    const { offset, length } = entity;
    switch (entity.type) {
      case "text_link":
        return [{ type: "text_link", offset, length, url: entity.url }];
      case "bold":
      case "italic":
      case "underline":
      case "strikethrough":
      case "code":
      case "blockquote":
        return [{ type: entity.type, offset, length }];
      case "pre":
        return [{ type: "code", offset, length }];
      case "expandable_blockquote":
        return [{ type: "blockquote", offset, length }];
      // Addresses, mentions and the like are found by Telegram itself in whatever we send.
      default:
        return [];
    }
  });
}
