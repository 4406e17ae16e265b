// Stories of change: told step by step, with who may read them, and stories from other libraries.
import type { GuardianRelation, GuardianWay, StoryConsent, StoryPrompt } from "../../domain/stories/story.js";
import type { Day } from "../../domain/time/calendar.js";
import { plainDay } from "../dates.js";
import { bold, bullets, italic, paragraphs, pressed, rich } from "../rich.js";

const day = (on: Day) => plainDay("en", on);

const headings: Record<StoryPrompt, string> = {
  who: "Who was helped",
  before: "Before",
  activity: "What the library did",
  after: "Afterwards",
  proof: "In their words, or the proof",
};

const consents: Record<StoryConsent, string> = {
  none: "🔒 Not to be read by others",
  library: "✅ May be read, without the author’s name",
  name: "✅ May be read, with the author’s name",
};

const relations: Record<GuardianRelation, string> = {
  parent: "Parent",
  relative: "Other family",
  guardian: "Guardian",
};
const ways: Record<GuardianWay, string> = {
  letter: "In writing",
  chat: "By WhatsApp or SMS",
  spoken: "By word of mouth",
};

export const storiesMenu = "📖 Story of change";

export const stories = {
  menu: storiesMenu,
  about: "your story of change",
  headings,
  consents,
  heading: "📖 Story of change",
  byline: (name: string) => rich`Written by ${name}`,
  fromElsewhere: () => bold("📖 A story from another library"),
  voice: () => italic("🎤 voice message, not written down yet"),
  photoCount: (count: number) => rich`🖼 ${count} ${count === 1 ? "photo" : "photos"}`,
  photosHeld: () => rich`🖼 The photos are not shown yet: a parent or guardian has to say yes first.`,

  form: {
    labels: {
      who: "who",
      before: "before",
      activity: "activity",
      after: "after",
      proof: "quote",
    } satisfies Record<StoryPrompt, string>,
    asks: {
      who: () =>
        paragraphs(
          rich`Who has been helped by your library? “A mother in our village” is enough; no full name is needed.`,
          rich`Type it, or send a voice message. There are five short questions.`,
        ),
      before: () => rich`What was it like before?`,
      activity: () => rich`What did the library do?`,
      after: () => rich`What has changed since then?`,
      proof: () =>
        rich`What do they say, or what shows it? One quote or one number is enough. If there is none, write “none yet”.`,
    } satisfies Record<StoryPrompt, unknown>,
    examples: {
      who: "A mother in our village who sells cakes",
      before: "She sold them to neighbours only",
      activity: "A course on taking photos and selling by phone",
      after: "Now she has orders every week",
      proof: "“It was quiet, now I can hardly keep up”",
    } satisfies Record<StoryPrompt, string>,
    heard: "🎤 voice message",
    library: { label: "library", ask: () => rich`Which library is this story about?` },
    textOrVoice: () => rich`Please type your answer, or send a voice message.`,
    photos: {
      label: "photos",
      ask: (most: number) =>
        paragraphs(
          rich`Do you have photos of it? Send them here, ${most} at most.`,
          rich`Photos of children only with the consent of a parent or guardian, please. Best from behind, or without faces.`,
        ),
      received: (count: number) =>
        rich`Received: ${count} ${count === 1 ? "photo" : "photos"}. Send more, or press ${pressed("✅ Done")}.`,
      without: "🗑 Remove these photos",
      onlyPhotos: () => rich`Please send a photo, or press the button below if there is none.`,
      full: (most: number) => rich`There are ${most} photos already, which is enough. The last one was not saved.`,
      count: (count: number): string => `${count} ${count === 1 ? "photo" : "photos"}`,
      late: (count: number) =>
        rich`That photo was saved too. ${count === 1 ? "There is 1" : `There are ${count}`} now.`,
    },
    children: {
      label: "children",
      ask: () => rich`Do the photos show faces of children?`,
      yes: "👧 Yes, they do",
      no: "No",
    },
    previewAbove: () =>
      paragraphs(
        rich`Above: the story, exactly as it will be read.`,
        rich`Send it to your trainers and admins? Nobody else reads it yet; we ask about that afterwards.`,
      ),
    previewVoice: () => rich`🎤 Only trainers and admins hear voice messages. Others read what is written down.`,
    confirm: "✅ Send the story",
    sent: () => rich`Thank you, we have received your story 🙏`,
    tooMany: (most: number) =>
      rich`You have told ${most} stories. Delete one on your page of stories first, then tell a new one.`,
  },

  consent: {
    ask: () =>
      paragraphs(
        rich`May other libraries read this story, for example at the peer-learning meeting?`,
        rich`If not, it is still saved. You can change your answer at any time.`,
      ),
    buttons: {
      none: "🔒 No, not yet",
      library: "✅ Yes, without my name",
      name: "✅ Yes, with my name",
    } satisfies Record<StoryConsent, string>,
    decided: {
      none: () => rich`All right. The story is saved, and only trainers and admins read it.`,
      library: () => rich`Thank you. Others may read this story without your name. Only the library is named.`,
      name: () => rich`Thank you. Others may read this story with your name.`,
    } satisfies Record<StoryConsent, unknown>,
    change: "🔐 Who may read it",
  },

  own: {
    page: (count: number) =>
      paragraphs(
        bold("📖 Stories of change"),
        count === 0
          ? rich`Tell us about one change that your library has brought: who was helped, and how. Five short questions, and you may answer by voice.`
          : rich`Your stories: ${count}. Press one to read it, or to change who may read it.`,
      ),
    stopsAll: () =>
      rich`You have stopped announcements, so stories from other libraries are not sent either. To get them again: /resume`,
    entry: (n: number, on: Day, consent: StoryConsent): string =>
      `${n}. ${day(on)} ${consent === "none" ? "🔒" : "✅"}`,
    write: "✍️ Tell a story",
    wantOthers: "📬 Send me others’ stories",
    wantNoMore: "🔕 No more of others’ stories",
    wanted: () => rich`All right. Now and then, once a week at most, we send you a story from another library.`,
    notWanted: () => rich`All right. We send you no more stories from other libraries.`,
    back: "⬅️ My stories",
  },

  page: {
    sent: (on: Day) => rich`Sent ${day(on)}`,
    apart: () => rich`⏳ Not passed on yet: no trainer has confirmed that its author runs this library.`,
    children: (hasGuardian: boolean) =>
      hasGuardian
        ? rich`👧 Shows children. A parent or guardian has said yes.`
        : rich`👧 Shows children. The photos go to nobody else before the consent of a parent or guardian is recorded.`,
    guardian: ({ name, relation, how, on }: { name: string; relation: GuardianRelation; how: GuardianWay; on: Day }) =>
      rich`Consent of: ${name} (${relations[relation].toLowerCase()}), ${day(on)}, ${ways[how].toLowerCase().replace("whatsapp or sms", "WhatsApp or SMS")}`,
    flagged: () => rich`⭐ Proposed for the peer-learning meeting`,
    listed: () => rich`📌 Chosen for the peer-learning meeting`,
    champion: () => rich`🏅 Champion village`,
  },
  open: "📖 Open the story",
  read: "📖 Read the story",
  photos: (count: number): string => `🖼 See photos (${count})`,
  photoCaption: () => bold("🖼 Photos of the story"),
  photosAbove: (lost: number) =>
    lost === 0
      ? rich`The photos are above this message.`
      : rich`Photos that cannot be shown any more: ${lost}. The others are above this message.`,
  noPhotos: () => rich`Sorry, these photos may not be shown any more.`,
  notThere: () => rich`That story is gone, or it is not for you to read.`,
  voices: "🎤 Listen",
  voiceOf: (prompt: StoryPrompt) => bold(`🎤 ${headings[prompt]}`),
  voicesAbove: (lost: number) =>
    lost === 0
      ? rich`The voice messages are above. Write them down, so that others can read them.`
      : rich`Voice messages that cannot be played any more: ${lost}.`,
  type: "✍️ Write it down",
  typing: {
    about: "what a voice message says",
    label: "text",
    which: { label: "part", ask: () => rich`Which part do you want to write down?` },
    ask: (prompt: StoryPrompt) =>
      paragraphs(bold(headings[prompt]), rich`Type what is said, as closely to the words as you can.`),
    done: () => rich`Saved. The author is told how their words were written down.`,
    doneOwn: () => rich`Saved.`,
  },
  typedForYou: ({
    by,
    prompt,
    text,
    mayBeRead,
  }: {
    by: string;
    prompt: StoryPrompt;
    text: string;
    mayBeRead: boolean;
  }) =>
    paragraphs(
      rich`${by} has written down your voice message for “${headings[prompt]}”:`,
      italic(text),
      mayBeRead
        ? rich`If it is not right, open the story and correct it, or change who may read it.`
        : rich`If it is not right, open the story and correct it.`,
    ),
  remove: "🗑 Delete the story",
  askRemove: () => rich`Delete this story? Its words, photos and consents go with it.`,
  yesRemove: "🗑 Yes, delete it",
  keep: "Keep it",
  removed: () => rich`That story was deleted.`,

  guardian: {
    open: "👪 Record a parent’s consent",
    drop: "↩️ Take that consent back",
    about: "the consent of a parent or guardian",
    name: {
      label: "name",
      ask: () => rich`What is the name of the parent or guardian who said yes?`,
      example: "Mrs Ratna",
    },
    relation: { label: "relation", ask: () => rich`What are they to the child in the photo?`, choices: relations },
    on: {
      label: "date",
      ask: () => rich`When did they say yes?`,
      notThen: () => rich`Please choose today or an earlier day.`,
    },
    how: { label: "way", ask: () => rich`How did they say yes?`, choices: ways },
    today: "Today",
    summary: ({ name, relation, how, on }: { name: string; relation: GuardianRelation; how: GuardianWay; on: Day }) =>
      paragraphs(
        rich`Consent for the photos of children:`,
        bullets([
          rich`From: ${name}`,
          rich`Relation: ${relations[relation]}`,
          rich`Date: ${day(on)}`,
          rich`Way: ${ways[how]}`,
        ]),
        rich`Trainers and admins can see this record. It can be taken back at any time.`,
      ),
    confirm: "✅ Save the consent",
    kept: () => rich`Recorded. The photos may be shown wherever the story may be read.`,
    dropped: () => rich`Taken back. The photos are shown to nobody else from now on.`,
    noChildren: () => rich`The photos of this story show no children, so no consent is needed.`,
  },

  noMore: "🔕 No more stories",
};
