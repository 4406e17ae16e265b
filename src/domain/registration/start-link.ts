// A link that starts the bot, as people copy it instead of pressing it.

/** The token of a link to this bot in the text, or the text itself where it could be a bare token; null: neither. */
export function startTokenIn(text: string, botUsername: string): string | null {
  const bot = botUsername.replace(/[^\w]/g, "");
  const web = new RegExp(`(?:t|telegram)\\.(?:me|dog)/${bot}/?\\?(?:\\S*&)?start=([\\w-]{1,64})`, "i").exec(text);
  const app = new RegExp(`tg:/*resolve/?\\?(?=\\S*domain=${bot}\\b)\\S*start=([\\w-]{1,64})`, "i").exec(text);
  const bare = /^\s*([\w-]{8,64})\s*$/.exec(text);
  return web?.[1] ?? app?.[1] ?? bare?.[1] ?? null;
}

export function startLink(botUsername: string, token: string): string {
  return `https://t.me/${botUsername}?start=${token}`;
}
