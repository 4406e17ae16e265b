// Stories of change, who was named as an example, and who asked for stories from other libraries.
import type { Reach } from "../../domain/people/admin-reach.js";
import type { Person } from "../../domain/people/person.js";
import type { StoryDesk, StorySheetForm } from "../../domain/stories/story-actions.js";
import type { ChampionLine, NewStory, Story } from "../../domain/stories/told-story.js";
import type { Zone } from "../../domain/time/zone.js";

/** What of a story may change; what is not named stays. */
export type StoryChange = Partial<
  Pick<Story, "answers" | "awaitsTyping" | "guardian" | "consent" | "consentAt"> &
    Pick<Story, "flaggedAt" | "flaggedById" | "listedAt" | "listedById">
>;

export interface StoryExportLine {
  byId: number;
  /** Null: they were erased since. */
  byName: string | null;
  form: StorySheetForm;
  at: Date;
}

export interface StoriesPort {
  /** Twice is once: what this update sent already is found. */
  insert(story: NewStory, now: Date): Promise<{ id: number; isNew: boolean }>;
  find(id: number): Promise<Story | null>;
  /** The same, locked until the transaction ends. */
  hold(id: number): Promise<Story | null>;
  /** The newest first. */
  ofPerson(personId: number): Promise<Story[]>;
  ofParticipant(participantId: number): Promise<Story[]>;
  change(id: number, change: StoryChange): Promise<void>;
  /** Twice is once. */
  remove(id: number): Promise<void>;
  countOnDesk(desk: StoryDesk, reach: readonly Reach[]): Promise<number>;
  /** Proposed and not chosen, or chosen; in this reach; the newest first. */
  onDesk(
    desk: Exclude<StoryDesk, "champions">,
    reach: readonly Reach[],
    part: { limit: number; offset: number },
  ): Promise<Story[]>;
  /** All that were chosen, the oldest choice first: at most `limit`. */
  listed(reach: readonly Reach[], limit: number): Promise<Story[]>;
  /** Provinces in this reach that have something there, with how much; by name. */
  provinces(desk: StoryDesk, reach: readonly Reach[]): Promise<{ code: string; name: string; count: number }[]>;
  /** False where they were. */
  nameChampion(participantId: number, byId: number, now: Date): Promise<boolean>;
  /** False where they were none. */
  unnameChampion(participantId: number): Promise<boolean>;
  isChampion(participantId: number): Promise<boolean>;
  champions(reach: readonly Reach[], part: { limit: number; offset: number }): Promise<ChampionLine[]>;
  noteExports(
    storyIds: readonly number[],
    asked: { byId: number; updateId: number; form: StorySheetForm },
    now: Date,
  ): Promise<void>;
  exportsOf(storyId: number): Promise<StoryExportLine[]>;
  /** What decides whether their menu leads to stories. `mayHaveCarriedOut`: a plan of a library of theirs is done, if perhaps not one of theirs. */
  standing(personId: number): Promise<{ hasAny: boolean; mayHaveCarriedOut: boolean }>;
  wantsOthers(personId: number): Promise<boolean>;
  /** False where they did. */
  subscribe(personId: number, now: Date): Promise<boolean>;
  /** False where they did not. */
  unsubscribe(personId: number): Promise<boolean>;
  /**
   * Who asked for stories, lives in one of these zones, had none since `before` and can be sent one now; with the one chosen first that
   * they have not had, of another library. At most `limit`.
   */
  toSend(
    zones: readonly Zone[],
    before: Date,
    now: Date,
    limit: number,
  ): Promise<{ person: Person; storyId: number }[]>;
}
