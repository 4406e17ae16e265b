// The versions that everybody is to have agreed to: the last of each notice. Both languages hold the same (test/texts/notices.test.ts).
import { NOTICE_KINDS, type NoticesInForce } from "../domain/registration/consent-notice.js";
import { notices } from "./id/notices.js";

export const NOTICES_IN_FORCE = Object.fromEntries(
  NOTICE_KINDS.map((kind) => [kind, notices.versions[kind].at(-1)?.version ?? ""]),
) as NoticesInForce;
