// What a file with personal data has to say of itself, so that the export form can ask what it is for and hand it over.
import type { Message } from "../../domain/messages/message.js";
import type { KnownActor } from "../../domain/people/person.js";
import type { Texts } from "../../texts/index.js";
import type { ExportAsked } from "../../use-cases/index.js";
import type { BotWorld } from "../world.js";

export interface ExportContext extends ExportAsked {
  world: BotWorld;
  actor: KnownActor;
  texts: Texts;
}

export interface ExportKind {
  /** Whether it is there and theirs, at this moment; null else. `about`: what stands behind the kind in the form's subject. */
  find(world: BotWorld, actor: KnownActor, about: string): Promise<ExportFound | null>;
}

export interface ExportFound {
  /** Which file it is, in the middle of a sentence: "daftar penerima pengumuman". */
  name(texts: Texts): string;
  /**
   * Reads the rows by a use case that judges the right and leaves the line (use-cases/own-data/note-export.ts), and writes the file.
   * Runs outside of a transaction: it may take seconds. Returns the file with its caption and buttons; a message alone where it is not
   * theirs any more, or there is nothing to give.
   */
  write(context: ExportContext): Promise<Message>;
}
