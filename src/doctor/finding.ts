// What the doctor says of one thing it looked at.
export interface Finding {
  /** ok: as it should be. look: it runs, and somebody should look. wrong: the bot cannot do its work. */
  state: "ok" | "look" | "wrong";
  about: string;
  /** What was found, in one sentence. */
  words: string;
  /** What to do; missing where there is nothing to do. */
  todo?: string;
}

export const ok = (about: string, words: string): Finding => ({ state: "ok", about, words });
export const look = (about: string, words: string, todo: string): Finding => ({ state: "look", about, words, todo });
export const wrong = (about: string, words: string, todo: string): Finding => ({ state: "wrong", about, words, todo });
