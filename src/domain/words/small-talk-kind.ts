// What small talk can be.
export type SmallTalk =
  | { kind: "thanks" | "hello" | "who" | "official" | "broken" | "lost" | "later" | "done" | "not_yet" | "ok" }
  /** worry: such a thing is named, and whose it is nobody says. */
  | {
      kind:
        | "grief"
        | "worry"
        | "feast"
        | "forgiveness"
        | "rude"
        | "foreign"
        | "due"
        | "organisers"
        | "letter"
        | "pause"
        | "materials";
    }
  /** A greeting of a faith or a region, which is given back. */
  | { kind: "greeting"; reply: string };

export type SmallTalkKind = Exclude<SmallTalk["kind"], "greeting">;
