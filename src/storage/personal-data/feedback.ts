// What people said of their classes: that they answered, and the answers to which they put their name.
import { Prisma } from "../generated/client.js";
import { gone, not, personalTable, pointers, shownFact } from "./table.js";

const { sql } = Prisma;

const classNameOf = () => sql`(SELECT c.name FROM training_classes c WHERE c.id = t.class_id)`;

/** The answers are nobody's any more: no key leads from them to anybody, so they stay. */
export const feedbackPools = personalTable<Prisma.FeedbackPoolScalarFieldEnum>("feedback_pools", {
  theirs: ({ personId }) => sql`${personId} = ANY(t.given_by)`,
  erase: "columns",
  order: sql`t.class_id`,
  columns: {
    classId: shownFact("className", classNameOf),
    givenBy: {
      because: "the others in it are other people; that they are in it themselves is said by the class's name",
      erase: ({ personId }) => sql`array_remove(t.given_by, ${personId}::int)`,
    },
    ...not(
      "the answers of several people added up: nobody can tell whose is which",
      ...(["released", "releasedCounts", "releasedWords", "waiting", "waitingCounts", "waitingWords"] as const),
    ),
  },
});

export const namedFeedback = personalTable<Prisma.NamedFeedbackScalarFieldEnum>("named_feedback", {
  theirs: ({ personId }) => sql`t.person_id = ${personId}`,
  erase: "rows",
  columns: {
    ...pointers("personId"),
    id: gone("id"),
    classId: gone("className", classNameOf),
    answers: gone("answers", () => sql`t.answers::text`),
  },
});
