// The table of what an answer means, row by row: a wrong row is a lost message or a double one.
import { BotError, GrammyError, HttpError } from "grammy";
import { describe, expect, test } from "vitest";
import {
  type Answer,
  answerOf,
  closedChatOf,
  isHarmless,
  isOutage,
  refusalOf,
} from "../../../src/delivery/telegram/answers.js";
import { faultFrom, NeverConnectedError, TelegramFault } from "../../../src/delivery/telegram/telegram-fault.js";

const rows: [code: number, description: string, answer: Answer, parameters?: object][] = [
  [403, "Forbidden: bot was blocked by the user", { next: "unreachable", cause: "blocked" }],
  [403, "Forbidden: user is deactivated", { next: "unreachable", cause: "gone" }],
  [403, "Forbidden: bot was kicked from the group chat", { next: "unreachable", cause: "blocked" }],
  [403, "Forbidden: bot can't initiate conversation with a user", { next: "unreachable", cause: "blocked" }],
  [403, "Forbidden: a sentence of next year", { next: "unreachable", cause: "blocked" }],
  [400, "Bad Request: chat not found", { next: "suspect" }],
  [400, "Bad Request: PEER_ID_INVALID", { next: "suspect" }],
  [
    400,
    "Bad Request: group chat was upgraded to a supergroup chat",
    { next: "migrated", to: -1001 },
    { migrate_to_chat_id: -1001 },
  ],
  [
    400,
    "Bad Request: can't parse entities: Can't find end of the entity",
    { next: "plain-text-once", cause: "can't parse entities" },
  ],
  [400, "Bad Request: message is too long", { next: "dead", cause: "message is too long" }],
  [400, "Bad Request: BUTTON_DATA_INVALID", { next: "dead", cause: "BUTTON_DATA_INVALID" }],
  [400, "Bad Request: a sentence of next year", { next: "dead", cause: "bad request" }],
  [401, "Unauthorized", { next: "token-fault", cause: "401" }],
  [404, "Not Found", { next: "token-fault", cause: "404" }],
  [413, "Request Entity Too Large", { next: "dead", cause: "413" }],
  [429, "Too Many Requests: retry after 17", { next: "wait", seconds: 17 }, { retry_after: 17 }],
  [429, "Too Many Requests: retry after 10000", { next: "wait", seconds: 10_000 }, { retry_after: 10_000 }],
  [429, "Too Many Requests", { next: "wait", seconds: 60 }],
  [500, "Internal Server Error: restart", { next: "unknown", cause: "500" }],
  [502, "Bad Gateway", { next: "unknown", cause: "502" }],
  [503, "Service Unavailable", { next: "unknown", cause: "503" }],
  [504, "Gateway Timeout", { next: "unknown", cause: "504" }],
  [409, "Conflict", { next: "unknown", cause: "409" }],
];

// Keeps F11.
test.each(rows)("%i %s", (code, description, answer, parameters = {}) => {
  expect(refusalOf(code, description, parameters)).toEqual(answer);
  expect(answerOf(grammyError(code, description, parameters))).toEqual(answer);
});

test("a reply learns whose chat is closed, and nothing from any other refusal", () => {
  const closed = (code: number, description: string) =>
    closedChatOf(new BotError(grammyError(code, description, {}, { chat_id: 7 }), {} as never));
  expect(closed(403, "Forbidden: bot was blocked by the user")).toEqual({ chatId: 7, cause: "blocked" });
  expect(closed(403, "Forbidden: user is deactivated")).toEqual({ chatId: 7, cause: "gone" });
  expect(closed(400, "Bad Request: chat not found")).toEqual({ chatId: 7, cause: "perhaps" });
  expect(closed(400, "Bad Request: message is too long")).toBeNull();
  expect(closedChatOf(grammyError(403, "Forbidden: bot was blocked by the user"))).toBeNull();
  expect(closedChatOf(new TypeError("a bug"))).toBeNull();
});

test("words of the message never become a cause", () => {
  const { cause } = refusalOf(400, 'Bad Request: wrong thing "Siti Aminah 0812" given') as { cause: string };
  expect(cause).toBe("bad request");
});

test.each(["message is not modified: specified new message content", "query is too old and response timeout expired"])(
  "an edit or a press that is refused with «%s» is as good as done",
  (sentence) => {
    expect(isHarmless(grammyError(400, `Bad Request: ${sentence}`))).toBe(true);
    expect(isHarmless(grammyError(400, "Bad Request: chat not found"))).toBe(false);
  },
);

describe("the wire", () => {
  const failed = (code: string) =>
    new TypeError("fetch failed", { cause: Object.assign(new Error(`x ${code}`), { code }) });

  test.each(["ECONNREFUSED", "ECONNRESET", "EPROTO", "CERT_HAS_EXPIRED", "A_CODE_OF_NEXT_YEAR"])(
    "%s while no connection stood is not sent",
    (code) => {
      expect(answerOf(asGrammy(new NeverConnectedError(failed(code))))).toEqual({ next: "not-sent", cause: code });
    },
  );

  test.each(["ECONNRESET", "EPIPE", "HPE_INVALID_CONSTANT", "ETIMEDOUT", "EHOSTUNREACH", "ENETUNREACH"])(
    "after %s of a connection that stood nobody knows",
    (code) => {
      expect(answerOf(asGrammy(failed(code)))).toEqual({ next: "unknown", cause: code });
    },
  );

  test("of several addresses that all refuse, the first one's reason is told", () => {
    const refused = (code: string) => Object.assign(new Error("a"), { code });
    const both = new NeverConnectedError(new AggregateError([refused("ECONNREFUSED"), refused("ENETUNREACH")]));
    expect(faultFrom("sendMessage", both)).toMatchObject({ reason: "ECONNREFUSED", sent: "no" });
  });

  test("an error that nobody foresaw is unknown", () => {
    expect(answerOf(new RangeError("x"))).toEqual({ next: "unknown", cause: "RangeError" });
    expect(answerOf("x")).toEqual({ next: "unknown", cause: "unknown error" });
  });
});

test("an outage is told from a fault of the update, even when the bot has wrapped it", () => {
  const wrapped = (error: unknown) => new BotError(error, {} as never);
  expect(isOutage(wrapped(asGrammy(new TelegramFault("sendMessage", "ECONNREFUSED", "no"))))).toBe(true);
  expect(isOutage(wrapped(grammyError(429, "Too Many Requests", { retry_after: 60 })))).toBe(true);
  expect(isOutage(wrapped(asGrammy(new TelegramFault("sendMessage", "bad answer 502", "unknown"))))).toBe(true);
  expect(isOutage(wrapped(grammyError(500, "Internal Server Error: restart")))).toBe(true);
  expect(isOutage(wrapped(grammyError(400, "Bad Request: message is too long")))).toBe(false);
  expect(isOutage(wrapped(new TypeError("x is not a function")))).toBe(false);
});

function grammyError(code: number, description: string, parameters: object = {}, payload = {}): GrammyError {
  return new GrammyError("x", { ok: false, error_code: code, description, parameters }, "sendMessage", payload);
}

function asGrammy(error: unknown): HttpError {
  return new HttpError("x", faultFrom("sendMessage", error));
}
