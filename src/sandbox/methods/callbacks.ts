// Answers to presses of inline buttons.
import { badRequest } from "./errors.js";
import { booleanField, stringField } from "./fields.js";
import type { Handlers } from "./handler.js";

const LONGEST_ANSWER = 200;

export const callbackMethods = {
  answerCallbackQuery: ({ world, params }) => {
    const text = stringField(params, "text");
    const url = stringField(params, "url");
    if ((text?.length ?? 0) > LONGEST_ANSWER) badRequest("MESSAGE_TOO_LONG");
    const answered = world.callbacks.answer(stringField(params, "callback_query_id") ?? "", {
      showAlert: booleanField(params, "show_alert"),
      ...(text === undefined || text === "" ? {} : { text }),
      ...(url === undefined ? {} : { url }),
    });
    if (!answered) badRequest("query is too old and response timeout expired or query ID is invalid");
    world.changed({ kind: "answer" });
    return true;
  },
} satisfies Handlers;
