// A story as it is kept, with its author, their library and who looks after them; and those who are named as an example.
import type { Zone } from "../time/zone.js";
import type { Guardian, StoryAnswers, StoryConsent } from "./story.js";

export interface NewStory {
  participantId: number;
  updateId: number;
  answers: StoryAnswers;
  photos: string[];
  showsChildren: boolean;
}

export interface Story extends Omit<NewStory, "updateId"> {
  id: number;
  sentAt: Date;
  awaitsTyping: boolean;
  guardian: Guardian | null;
  consent: StoryConsent;
  consentAt: Date | null;
  flaggedAt: Date | null;
  flaggedById: number | null;
  listedAt: Date | null;
  listedById: number | null;
  /** Its author waits to be let into the library, or was told no: nothing goes to others in the library's name. */
  isApart: boolean;
  personId: number;
  authorName: string;
  /** Empty where the participant has none. */
  libraryName: string;
  village: string;
  regencyName: string;
  provinceName: string;
  /** Of the library, else the class's province. */
  placeCode: string;
  classId: number;
  className: string;
  zone: Zone;
  cohortId: number;
  trainerIds: number[];
  isChampion: boolean;
}

export interface ChampionLine {
  participantId: number;
  personId: number;
  name: string;
  libraryName: string;
  village: string;
  regencyName: string;
  /** How many stories they have sent, and how many of them others may read. */
  stories: number;
  readable: number;
}
