// What a message is to us, whatever the channel: text with marks, buttons below it, perhaps a file.

export type Mark =
  | { type: "bold" | "italic" | "underline" | "strikethrough" | "code" | "blockquote"; offset: number; length: number }
  | { type: "text_link"; offset: number; length: number; url: string };

/** Text and its marks; offsets count UTF-16 units, as Telegram does. */
export interface RichText {
  text: string;
  marks: Mark[];
}

/** A button under a message. `data` comes back when it is pressed (1–64 bytes); `url` opens a page. */
export type Button = { label: string; tone?: "primary" | "success" | "danger" } & ({ data: string } | { url: string });

/** A keyboard in place of the phone's own, for the one thing only it can do: sharing one's own number. */
export interface ContactKeyboard {
  askContact: string;
  /** Other words one can press instead; they arrive as typed text. */
  choices: string[];
}

export interface Attachment {
  kind: "photo" | "document" | "voice";
  /** The file's id at Telegram. */
  fileId: string;
}

/** Two to ten photos, or as many documents, that a phone shows together. Telegram puts no buttons below them. */
export interface Album {
  kind: "photos" | "documents";
  fileIds: string[];
  /** The text stands below all of them, said once; else each of them says it. */
  saidOnce?: true;
}

/** A file that we make ourselves and hand over. */
export interface NewFile {
  kind: "photo" | "document";
  name: string;
  base64: string;
}

export interface Message extends RichText {
  buttons?: Button[][];
  keyboard?: ContactKeyboard | "remove";
  attachment?: Attachment | Album | NewFile;
  /** The phone makes no sound: it belongs to a message that has made one. */
  silent?: true;
  /** A message in the receiver's chat, as Telegram numbers it: this one is shown as a reply to it, while it is there. */
  replyTo?: number;
}
