// The shape of a Bot API method: typed by grammY, so that an answer of the wrong shape does not compile.
import type { ApiMethods } from "grammy/types";
import type { Call } from "./messages/deliver.js";

export type Handlers = { [M in keyof ApiMethods]?: (call: Call) => ReturnType<ApiMethods[M]> };
