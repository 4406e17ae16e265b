// Why an address cannot be the webhook's, before Telegram is asked.

/** What the process itself answers at. */
const OWN_PATHS = ["/healthz", "/readyz", "/metrics"];
/** Telegram brings updates to no other. */
const PORTS_OF_TELEGRAM = ["", "443", "80", "88", "8443"];
const TELEGRAM = "https://api.telegram.org";

/** Null: it will do. A Bot API server of one's own (another `apiRoot`) takes plain http and any port too. */
export function webhookFault(address: string, apiRoot: string): string | null {
  const { protocol, pathname, port } = new URL(address);
  if (OWN_PATHS.includes(pathname.replace(/\/+$/, ""))) {
    return `must not end in ${pathname}: the bot answers there about itself. Use another path, such as /telegram`;
  }
  if (apiRoot !== TELEGRAM) return null;
  if (protocol !== "https:") return "must begin with https://: Telegram takes no other";
  if (!PORTS_OF_TELEGRAM.includes(port)) return `must use port 443, 80, 88 or 8443: Telegram brings nothing to ${port}`;
  return null;
}
