/** Codes of places as rosters hold them. Two authorities number the villages, and both numbers have ten digits. */

/**
 * kemendagri: pp.kk.cc.vvvv, the code that we keep, or its beginning; two where a spreadsheet took "32.10" for a number and left "32.1".
 * bps: ppkkcccvvv of the statistics office, told by its shape. Some of its numbers have Kemendagri's shape too: only names tell these.
 */
export type CodeReading =
  | { readonly kind: "none" }
  | { readonly kind: "kemendagri"; readonly codes: readonly string[] }
  | { readonly kind: "bps" }
  | { readonly kind: "unreadable" };

/** Reads the cell as it says itself: "32.01.03.2001", "3201032001", "32-01-03-2001 Sukamaju", "3201032001.0". */
export function readCodeCell(said: string): CodeReading {
  const bare = said.replace(/^(?:kode\b)?[^\d\p{L}]*/iu, "").replace(/^(\d{4,})[.,]0+$/, "$1");
  const [written = ""] = /^[^\p{L}]*/u.exec(bare) ?? [];
  if (/^\d+[.,]\d*\s*$/.test(written) && /e\+?\d/i.test(said)) return { kind: "unreadable" };
  const parts = written.split(/\D+/).filter((part) => part !== "");
  if (parts.length === 0) return said === "" ? { kind: "none" } : { kind: "unreadable" };
  if (parts.length === 1) return readDigits(parts[0] ?? "");
  const [, , third = "", fourth = ""] = parts;
  if (parts.length === 4 && third.length === 3 && fourth.length === 3) return { kind: "bps" };
  if (parts.length === 3 && third.length === 3) return { kind: "bps" };
  return kemendagri(parts) ?? readDigits(parts.join(""));
}

function kemendagri(parts: readonly string[]): CodeReading | undefined {
  const [province = "", regency = "", district, village] = parts;
  const isShaped =
    parts.length <= 4 &&
    /^\d{2}$/.test(province) &&
    /^\d{1,2}$/.test(regency) &&
    /^\d{1,2}$/.test(district ?? "00") &&
    /^[123]\d{3}$/.test(village ?? "1000");
  if (!isShaped) return undefined;
  const code = [
    province,
    two(regency),
    ...(district === undefined ? [] : [two(district)]),
    ...(village ? [village] : []),
  ];
  const codes = [code.join(".")];
  if (parts.length === 2 && regency.length === 1) codes.push(`${province}.${regency}0`);
  return { kind: "kemendagri", codes };
}

/** Without dots the length tells the level, and for villages the seventh digit the authority. */
function readDigits(digits: string): CodeReading {
  if (digits.length === 7) return { kind: "bps" };
  if (digits.length === 10 && !/^.{6}[123]/.test(digits)) return { kind: "bps" };
  if (![2, 4, 6, 10].includes(digits.length)) return { kind: "unreadable" };
  const [province, regency, district] = [digits.slice(0, 2), digits.slice(2, 4), digits.slice(4, 6)];
  const code = [province, regency, district, digits.slice(6)].filter((part) => part !== "").join(".");
  return { kind: "kemendagri", codes: [code] };
}

function two(digits: string): string {
  return digits.padStart(2, "0");
}
