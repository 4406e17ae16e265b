// Pages of stories: one's own list, one story with what can be done about it, and the list of somebody whom one looks after.
import { action } from "../../domain/messages/action.js";
import { rowsThatFit } from "../../domain/messages/button-label.js";
import type { Button, Message, RichText } from "../../domain/messages/message.js";
import { promptsToType, STORY_CONSENTS, STORY_PROMPTS } from "../../domain/stories/story.js";
import type { Story } from "../../domain/stories/told-story.js";
import { dayIn } from "../../domain/time/calendar.js";
import type { Texts } from "../../texts/index.js";
import { storyPage } from "../../texts/layouts/stories.js";
import { paragraphs } from "../../texts/rich.js";

/** The first one is no. */
export function consentButtons({ stories }: Texts, storyId: number): Button[][] {
  return STORY_CONSENTS.map((consent) => [
    { label: stories.consent.buttons[consent], data: action("story_consent", storyId, consent) },
  ]);
}

export function ownStoriesScreen(
  texts: Texts,
  {
    stories,
    wantsOthers,
    stopsAll,
    takesPart,
  }: { stories: readonly Story[]; wantsOthers: boolean; stopsAll: boolean; takesPart: boolean },
  said?: RichText,
): Message {
  const { own } = texts.stories;
  const others = wantsOthers
    ? { label: own.wantNoMore, data: action("stories_of_others", "off") }
    : { label: own.wantOthers, data: action("stories_of_others", "on") };
  return {
    ...paragraphs(said, own.page(stories.length), wantsOthers && stopsAll && own.stopsAll()),
    buttons: [
      ...stories.map(({ id, zone, sentAt, consent }, at) => [
        { label: own.entry(at + 1, dayIn(zone, sentAt), consent), data: action("story", id) },
      ]),
      // Who takes part no longer keeps what they told, and who may read it.
      ...(takesPart
        ? [
            [
              {
                label: own.write,
                data: action("write_story"),
                ...(stories.length === 0 && { tone: "primary" as const }),
              },
            ],
          ]
        : []),
      ...(takesPart || wantsOthers ? [[others]] : []),
      [{ label: texts.common.menu, data: action("menu") }],
    ],
  };
}

export interface StoryFound {
  story: Story;
  isOwn: boolean;
  mayList: boolean;
}

/** `said`: above it, what has just happened. */
export function storyScreen(texts: Texts, { story, isOwn, mayList }: StoryFound, said?: RichText): Message {
  return {
    ...paragraphs(said, storyPage(texts, story, isOwn)),
    buttons: [
      rowsThatFit(filesButtons(texts, story), 2),
      isOwn ? ownButtons(texts, story) : staffButtons(texts, story, mayList),
    ]
      .flat()
      .filter((row) => row.length > 0),
  };
}

function filesButtons({ stories }: Texts, { id, photos, answers }: Story): Button[] {
  const isSpoken = STORY_PROMPTS.some((prompt) => answers[prompt].voiceId !== null);
  return [
    ...(photos.length > 0 ? [{ label: stories.photos(photos.length), data: action("story_photos", id) }] : []),
    ...(isSpoken ? [{ label: stories.voices, data: action("story_voices", id) }] : []),
  ];
}

function ownButtons({ stories }: Texts, { id, showsChildren, guardian }: Story): Button[][] {
  const { own, consent, guardian: words } = stories;
  return [
    [{ label: consent.change, data: action("ask_story_consent", id) }],
    ...(showsChildren
      ? [
          [
            guardian === null
              ? { label: words.open, data: action("guardian", id) }
              : { label: words.drop, data: action("drop_guardian", id) },
          ],
        ]
      : []),
    [{ label: stories.remove, data: action("ask_remove_story", id) }],
    [{ label: own.back, data: action("stories") }],
  ];
}

function staffButtons({ storyDesk: { staff } }: Texts, story: Story, mayList: boolean): Button[][] {
  const { id, participantId, flaggedAt, listedAt, isChampion } = story;
  const turn = (isOn: boolean) => (isOn ? "off" : "on") as "off" | "on";
  return [
    [
      {
        label: flaggedAt === null ? staff.flag : staff.unflag,
        data: action("flag_story", id, turn(flaggedAt !== null)),
        ...(flaggedAt === null && !mayList && { tone: "primary" as const }),
      },
    ],
    ...(mayList
      ? [
          [
            {
              label: listedAt === null ? staff.list : staff.unlist,
              data: action("list_story", id, turn(listedAt !== null)),
              ...(listedAt === null && { tone: "primary" as const }),
            },
          ],
        ]
      : []),
    [
      {
        label: isChampion ? staff.unchampion : staff.champion,
        data: action("champion", participantId, turn(isChampion)),
      },
    ],
    [{ label: staff.backToStories, data: action("stories_of", participantId) }],
  ];
}

export function storiesOfScreen(
  texts: Texts,
  {
    name,
    participantId,
    stories,
    isChampion,
  }: { name: string; participantId: number; stories: readonly Story[]; isChampion: boolean },
): Message {
  const { staff } = texts.storyDesk;
  return {
    ...staff.of(name, stories.length, isChampion),
    buttons: [
      ...stories.map(({ id, zone, sentAt, consent, flaggedAt }) => [
        { label: staff.entry(dayIn(zone, sentAt), consent, flaggedAt !== null), data: action("story", id) },
      ]),
      [
        {
          label: isChampion ? staff.unchampion : staff.champion,
          data: action("champion", participantId, isChampion ? "off" : "on"),
        },
      ],
      [{ label: texts.caseload.backToPerson, data: action("person", participantId) }],
    ],
  };
}

/** Below the voices: to write them down, most of all where nobody has. */
export function voicesScreen({ stories }: Texts, { id, answers }: Story, lost: number): Message {
  const isOpen = promptsToType(answers).length > 0;
  return {
    ...stories.voicesAbove(lost),
    buttons: [
      [{ label: stories.type, data: action("type_story", id), ...(isOpen && { tone: "primary" as const }) }],
      [{ label: stories.open, data: action("story", id) }],
    ],
  };
}
