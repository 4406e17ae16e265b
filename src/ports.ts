// Everything that use cases ask of the world, on one page. Storage and join.ts provide it; tests provide it with their own clock.

import type { ProvinceRule } from "./domain/caseload/with-province.js";
import type { FeedbackVersions } from "./domain/feedback/feedback.js";
import type { MessageBudget } from "./domain/messages/message-budget.js";
import type { ShorterAges } from "./domain/own-data/keeping.js";
import type { Ladder } from "./domain/plans/plan-reminder.js";
import type { NoticesInForce, NoticeTerms } from "./domain/registration/consent-notice.js";
import type { QuestionVersions } from "./domain/reports/questionnaire.js";
import type { ShippedRules } from "./domain/rules/rules-in-force.js";
import type { SimMapping } from "./domain/sim/sim-mapping.js";
import type { RestDays } from "./domain/time/working-hours.js";
import type { AccountMovesPort } from "./ports/account-moves.js";
import type { AnnouncementBoardsPort } from "./ports/announcements/announcement-boards.js";
import type { AnnouncementsPort } from "./ports/announcements/announcements.js";
import type { AudiencesPort } from "./ports/announcements/audiences.js";
import type { CorrectionsPort } from "./ports/announcements/corrections.js";
import type { ReceiversPort } from "./ports/announcements/receivers.js";
import type { FeedbackPort } from "./ports/feedback.js";
import type { HandoversPort } from "./ports/handovers.js";
import type { MaterialsPort } from "./ports/materials.js";
import type { MergesPort } from "./ports/merges.js";
import type { OverviewsPort } from "./ports/overview/overviews.js";
import type { AuditPort } from "./ports/own-data/audit.js";
import type { AuditLinesPort } from "./ports/own-data/audit-lines.js";
import type { ErasuresPort } from "./ports/own-data/erasures.js";
import type { Files } from "./ports/own-data/files.js";
import type { OwnDataPort } from "./ports/own-data/own-data.js";
import type { RetentionPort } from "./ports/own-data/retention.js";
import type { Letters } from "./ports/paper/letters.js";
import type { Posters } from "./ports/paper/posters.js";
import type { Sheets } from "./ports/paper/sheets.js";
import type { StorySheets } from "./ports/paper/story-sheets.js";
import type { AbsencesPort } from "./ports/people/absences.js";
import type { AdmissionsPort } from "./ports/people/admissions.js";
import type { CareActsPort } from "./ports/people/care-acts.js";
import type { CaseloadsPort } from "./ports/people/caseloads.js";
import type { FollowUpsPort } from "./ports/people/follow-ups.js";
import type { MorningsPort } from "./ports/people/mornings.js";
import type { ParticipantsPort } from "./ports/people/participants.js";
import type { PausesPort } from "./ports/people/pauses.js";
import type { PeoplePort } from "./ports/people/people.js";
import type { ScopesPort } from "./ports/people/scopes.js";
import type { StaffPort } from "./ports/people/staff.js";
import type { SummariesPort } from "./ports/people/summaries.js";
import type { CompletionPort } from "./ports/plans/completion.js";
import type { DeadlinesPort } from "./ports/plans/deadlines.js";
import type { FormsPort } from "./ports/plans/forms.js";
import type { QuickAnswersPort } from "./ports/plans/quick-answers.js";
import type { ReportsPort } from "./ports/plans/reports.js";
import type { ReviewsPort } from "./ports/plans/reviews.js";
import type { SnoozesPort } from "./ports/plans/snoozes.js";
import type { StoriesPort } from "./ports/plans/stories.js";
import type { ThreadsPort } from "./ports/plans/threads.js";
import type { WorkPlansPort } from "./ports/plans/work-plans.js";
import type { ActivitiesPort } from "./ports/programme/activities.js";
import type { ClassDaysPort } from "./ports/programme/class-days.js";
import type { ClassesPort } from "./ports/programme/classes.js";
import type { PlacesPort } from "./ports/programme/places.js";
import type { PracticePort } from "./ports/programme/practice.js";
import type { ProgrammePort } from "./ports/programme/programme.js";
import type { RosterPort } from "./ports/programme/roster.js";
import type { RosterFiles } from "./ports/programme/roster-files.js";
import type { RuleFiles } from "./ports/programme/rule-files.js";
import type { SchedulePort } from "./ports/programme/schedule.js";
import type { Simulations } from "./ports/programme/simulations.js";
import type { Workbooks } from "./ports/programme/workbooks.js";
import type { TellProgress } from "./ports/progress.js";
import type { DraftsPort } from "./ports/queue/drafts.js";
import type { OutboxPort } from "./ports/queue/outbox.js";
import type { TapsPort } from "./ports/queue/taps.js";
import type { RulesPort } from "./ports/rules.js";
import type { Screens } from "./ports/screens.js";
import type { HeldBackPort } from "./ports/upkeep/held-back.js";
import type { RestoresPort } from "./ports/upkeep/restores.js";
import type { TracesPort } from "./ports/upkeep/traces.js";
import type { TroublesPort } from "./ports/upkeep/troubles.js";

export interface World {
  store: Store;
  clock: Clock;
  ids: Ids;
  /** Our own copies of what people send. */
  files: Files;
  forms: FormsPort;
  /** Files of people, read and judged. */
  rosters: RosterFiles;
  /** Workbooks of rules as offices send them back. */
  ruleFiles: RuleFiles;
  /** Workbooks that go out to offices. */
  workbooks: Workbooks;
  /** Draws the posters of classes. */
  posters: Posters;
  /** Draws the letters of those who have finished. */
  letters: Letters;
  /** Prints stories of change for a meeting. */
  storySheets: StorySheets;
  /** Says a sheet of rows and columns as a file. */
  sheets: Sheets;
  /** Waves that are lived through before they begin. */
  simulations: Simulations;
  /** Changes messages that we sent. */
  screens: Screens;
  /** Of the newest backup; undefined where no folder of backups can be seen. Missing where nobody makes any, as in tests. */
  backupAgeSeconds?: (now: Date) => Promise<number | undefined>;
  /** Tells the person who waits how far it is; missing where nobody waits, as in jobs. */
  progress?: TellProgress;
  settings: Settings;
  /**
   * All or nothing: `inside` is this world with the transaction's store. Inside another transaction it joins that one. What is done in
   * it gets `inside`, so that nothing of it is written beside it.
   */
  transaction<T>(this: World, work: (inside: World) => Promise<T>): Promise<T>;
}

/** A world but for how it is joined. */
export type WorldParts = Omit<World, "transaction">;

/** What is kept. Everything that one fact changes is written in one transaction, the posts that tell it included. */
export interface Store {
  people: PeoplePort;
  accountMoves: AccountMovesPort;
  places: PlacesPort;
  classes: ClassesPort;
  programme: ProgrammePort;
  practice: PracticePort;
  staff: StaffPort;
  roster: RosterPort;
  schedule: SchedulePort;
  classDays: ClassDaysPort;
  overviews: OverviewsPort;
  participants: ParticipantsPort;
  admissions: AdmissionsPort;
  handovers: HandoversPort;
  merges: MergesPort;
  completion: CompletionPort;
  plans: WorkPlansPort;
  reports: ReportsPort;
  reviews: ReviewsPort;
  deadlines: DeadlinesPort;
  snoozes: SnoozesPort;
  followUps: FollowUpsPort;
  caseloads: CaseloadsPort;
  careActs: CareActsPort;
  absences: AbsencesPort;
  pauses: PausesPort;
  scopes: ScopesPort;
  summaries: SummariesPort;
  mornings: MorningsPort;
  announcements: AnnouncementsPort;
  announcementBoards: AnnouncementBoardsPort;
  audiences: AudiencesPort;
  corrections: CorrectionsPort;
  receivers: ReceiversPort;
  drafts: DraftsPort;
  outbox: OutboxPort;
  heldBack: HeldBackPort;
  ownData: OwnDataPort;
  erasures: ErasuresPort;
  threads: ThreadsPort;
  quickAnswers: QuickAnswersPort;
  feedback: FeedbackPort;
  materials: MaterialsPort;
  stories: StoriesPort;
  rules: RulesPort;
  audit: AuditPort;
  auditLines: AuditLinesPort;
  activities: ActivitiesPort;
  taps: TapsPort;
  restores: RestoresPort;
  retention: RetentionPort;
  traces: TracesPort;
  troubles: TroublesPort;
  /** All or nothing. Inside another transaction it joins that one. */
  transaction<T>(work: (store: Store) => Promise<T>): Promise<T>;
}

/** The only source of time: real, or moved by hand in tests and the demo. */
export interface Clock {
  now(): Date;
}

export interface Ids {
  /** 22 random characters of A–Z a–z 0–9 _ -: a link's token that cannot be guessed. */
  token(): string;
}

/** What the programme decides and may change without a new version. What an office changes by workbook is put into it while it runs. */
export interface Settings {
  /** National holidays: besides Sundays, no unasked message leaves on them. */
  rest: RestDays;
  /** The notices in force; a new version asks everybody again. */
  notices: NoticesInForce;
  /** Whom to write to about personal data, named in the notice. */
  dataContact: string;
  /** Who answers for the data in law; DEFAULT_CONTROLLER when it is not said. */
  dataController?: string;
  /** What only the programme can say in its notice; DEFAULT_TERMS where it is not said. */
  noticeTerms?: Partial<NoticeTerms>;
  /** How long personal data is kept after a class; KEPT_YEARS when it is not said. */
  keptYears?: number;
  /** What is kept for fewer days than AGES says. */
  ages?: ShorterAges;
  /** The bot's @name without the @, for links that open it. */
  botUsername: string;
  /** Accounts that the configuration makes national admins, at every start. */
  namedAdmins?: readonly number[];
  /** How many messages a participant gets unasked; DEFAULT_BUDGET when it is not said. */
  budget?: MessageBudget;
  /** When the province helps with somebody; DEFAULT_PROVINCE_RULE when it is not said. */
  provinceRule?: ProvinceRule;
  /** When libraries are reminded of plans; DEFAULT_LADDER when it is not said. */
  ladder?: Ladder;
  /** Which version of the office's rules they are; nothing where the office has changed none. */
  rulesVersion?: number;
  /** As they were before the office changed any; nothing where it has changed none. */
  shipped?: ShippedRules;
  /** What reports ask, and what can be in a plan's way. */
  questions: QuestionVersions;
  /** What people are asked about their class. */
  feedback: FeedbackVersions;
  /** How files for SIM are shaped. */
  sim: SimMapping;
  /** In place of APPROVAL_ABOVE, for tests with few people. */
  approvalAbove?: number;
}
