// What the Bot API answers when it refuses: a code, Telegram's own sentence, and sometimes parameters.
import type { ApiError, ResponseParameters } from "grammy/types";

export class ApiRefusal extends Error {
  constructor(
    readonly code: number,
    readonly description: string,
    readonly parameters?: ResponseParameters,
  ) {
    super(description);
    this.name = "ApiRefusal";
  }

  toAnswer(): ApiError {
    return {
      ok: false,
      error_code: this.code,
      description: this.description,
      ...(this.parameters === undefined ? {} : { parameters: this.parameters }),
    };
  }
}

export function refuse(code: number, description: string, parameters?: ResponseParameters): never {
  throw new ApiRefusal(code, description, parameters);
}

export function badRequest(sentence: string): never {
  refuse(400, `Bad Request: ${sentence}`);
}
