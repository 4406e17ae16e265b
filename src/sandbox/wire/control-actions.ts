// The acts of people as JSON, for drivers in another process. Bytes come as base64.
import type { Update } from "grammy/types";
import { arrayField, integerField, isObject, type JsonObject, numberField, stringField } from "../methods/fields.js";
import type { DocumentArgs, Person, PhotoArgs } from "../shapes.js";

type Act = (person: Person, args: JsonObject) => Update | readonly Update[] | undefined;

const ACTS: Readonly<Record<string, Act>> = {
  start: (person, args) => person.start(stringField(args, "payload")),
  opens: (person, args) => person.opens(text(args, "link")),
  says: (person, args) => person.says(text(args, "text")),
  presses: (person, args) =>
    person.presses(args.data === undefined ? text(args, "text") : { data: text(args, "data") }),
  pressesOn: (person, args) => person.pressesOn(integer(args, "messageId"), text(args, "data")),
  sharesContact: (person, args) => {
    const user_id = integerField(args, "user_id");
    const first_name = stringField(args, "first_name");
    if (args.phone === undefined) return person.sharesContact("own");
    return person.sharesContact({
      phone: text(args, "phone"),
      ...(user_id === undefined ? {} : { user_id }),
      ...(first_name === undefined ? {} : { first_name }),
    });
  },
  sendsPhoto: (person, args) => person.sendsPhoto(photo(args)),
  sendsAlbum: (person, args) =>
    person.sendsAlbum((arrayField(args, "photos") ?? []).map((item) => photo(isObject(item) ? item : {}))),
  sendsDocument: (person, args) => person.sendsDocument(document(args)),
  sendsVoice: (person, args) => person.sendsVoice(integerField(args, "seconds")),
  sendsLocation: (person, args) => person.sendsLocation(numberField(args, "latitude"), numberField(args, "longitude")),
  sendsSticker: (person) => person.sendsSticker(),
  edits: (person, args) => person.edits(integer(args, "messageId"), text(args, "text")),
  deletes: (person, args) => {
    person.deletes(integer(args, "messageId"));
    return undefined;
  },
  repliesTo: (person, args) => person.repliesTo(integer(args, "messageId"), text(args, "text")),
  forwards: (person, args) => person.forwards(text(args, "text")),
  blocks: (person) => person.blocks(),
  unblocks: (person) => person.unblocks(),
  deactivates: (person) => {
    person.deactivates();
    return undefined;
  },
  markRead: (person) => {
    person.markRead();
    return undefined;
  },
};

export const ACTIONS: readonly string[] = Object.keys(ACTS);

/** What the act queued for the bot. */
export function act(person: Person, action: string, args: JsonObject): { updates: readonly Update[] } {
  const perform = ACTS[action];
  if (perform === undefined) throw new Error(`People cannot "${action}". They can: ${ACTIONS.join(", ")}`);
  const done = perform(person, args);
  if (done === undefined) return { updates: [] };
  return { updates: Array.isArray(done) ? done : [done as Update] };
}

function text(args: JsonObject, name: string): string {
  const value = stringField(args, name);
  if (value === undefined) throw new Error(`"${name}" is missing`);
  return value;
}

function integer(args: JsonObject, name: string): number {
  const value = integerField(args, name);
  if (value === undefined) throw new Error(`"${name}" is missing`);
  return value;
}

function photo(args: JsonObject): PhotoArgs {
  const caption = stringField(args, "caption");
  const fileUniqueId = stringField(args, "fileUniqueId");
  const base64 = stringField(args, "base64");
  return {
    ...(caption === undefined ? {} : { caption }),
    ...(fileUniqueId === undefined ? {} : { fileUniqueId }),
    ...(base64 === undefined ? {} : { bytes: Buffer.from(base64, "base64") }),
    ...size(args),
  };
}

function document(args: JsonObject): DocumentArgs {
  const caption = stringField(args, "caption");
  return {
    name: text(args, "name"),
    mime: stringField(args, "mime") ?? "application/octet-stream",
    bytes: Buffer.from(stringField(args, "base64") ?? "", "base64"),
    ...(caption === undefined ? {} : { caption }),
    ...size(args),
  };
}

function size(args: JsonObject): { size?: number } {
  const bytes = integerField(args, "size");
  return bytes === undefined ? {} : { size: bytes };
}
