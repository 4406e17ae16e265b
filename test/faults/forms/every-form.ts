// Every form there is: in whose hands it opens, and by what, in the first class of hostile-scene.ts.
import type { FORMS } from "../../../src/bot/forms/forms.js";
import type { Person } from "../../../src/sandbox/shapes.js";

export type Act = (phone: Person) => unknown;

/** How each form is reached by somebody of Riau. */
export const OPEN: Record<keyof typeof FORMS, { who: "stranger" | "participant" | "trainer" | "admin"; open: Act[] }> =
  {
    registration: { who: "stranger", open: [(p) => p.start("masuk-kepri"), (p) => p.presses("✅ Setuju")] },
    plan: { who: "participant", open: [(p) => p.pressesOn(1, "plan:3")] },
    report: { who: "participant", open: [(p) => p.pressesOn(1, "report:1")] },
    add_files: {
      who: "participant",
      open: [(p) => p.pressesOn(1, "report:1"), (p) => p.presses(/Tidak ada perubahan/), (p) => p.sendsPhoto()],
    },
    feedback: { who: "participant", open: [(p) => p.pressesOn(1, "feedback:1")] },
    quick_answer: { who: "trainer", open: [(p) => p.pressesOn(1, "write_answer")] },
    question: { who: "participant", open: [(p) => p.says("/tanya")] },
    move_session: { who: "trainer", open: [(p) => p.pressesOn(1, "move_session:1")] },
    length_session: { who: "trainer", open: [(p) => p.pressesOn(1, "length_session:1")] },
    place_session: { who: "trainer", open: [(p) => p.pressesOn(1, "place_session:1")] },
    announcement: { who: "admin", open: [(p) => p.says("/pengumuman"), (p) => p.pressesOn(1, "announce")] },
    amend: { who: "admin", open: [(p) => p.pressesOn(1, "amend:1")] },
    // Whoever looks at people has an act of theirs in the account.
    audit_find: { who: "admin", open: [(p) => p.says("/peserta"), (p) => p.pressesOn(1, "audit_find:who:all")] },
    exports: { who: "admin", open: [(p) => p.says("/ekspor")] },
    export: { who: "admin", open: [(p) => p.pressesOn(1, "export_announcement:1")] },
    correction: { who: "trainer", open: [(p) => p.pressesOn(1, "ask_correction:1")] },
    contact: { who: "trainer", open: [(p) => p.pressesOn(1, "talk_note:1")] },
    extension: { who: "trainer", open: [(p) => p.pressesOn(1, "extend_for:class-1")] },
    remind: { who: "trainer", open: [(p) => p.pressesOn(1, "remind:late")] },
    write: { who: "trainer", open: [(p) => p.pressesOn(1, "write:class-1")] },
    away: { who: "trainer", open: [(p) => p.pressesOn(1, "say_away")] },
    cover: { who: "trainer", open: [(p) => p.pressesOn(1, "change_cover:1")] },
    pause: { who: "participant", open: [(p) => p.pressesOn(1, "pause")] },
    place_pause: { who: "admin", open: [(p) => p.pressesOn(1, "new_place_pause")] },
    staff_name: { who: "admin", open: [(p) => p.says("halo")] },
    staff_invitation: { who: "admin", open: [(p) => p.pressesOn(1, "invite_trainer:1")] },
    material: { who: "admin", open: [(p) => p.pressesOn(1, "write_material")] },
    story: { who: "participant", open: [(p) => p.pressesOn(1, "write_story")] },
    story_guardian: { who: "participant", open: [(p) => p.pressesOn(1, "guardian:1")] },
    story_typing: { who: "trainer", open: [(p) => p.pressesOn(1, "type_story:1")] },
    roster: { who: "admin", open: [(p) => p.pressesOn(1, "roster:1")] },
    rules: { who: "admin", open: [(p) => p.pressesOn(1, "send_rules")] },
    cohort: { who: "admin", open: [(p) => p.pressesOn(1, "new_cohort")] },
    wave: { who: "admin", open: [(p) => p.pressesOn(1, "new_wave:1")] },
    class: { who: "admin", open: [(p) => p.pressesOn(1, "new_class:1:21")] },
    copy_class: { who: "admin", open: [(p) => p.pressesOn(1, "copy_class:1")] },
    class_detail: { who: "admin", open: [(p) => p.pressesOn(1, "change_class:1:name")] },
    shift_class: { who: "admin", open: [(p) => p.pressesOn(1, "shift_class:1")] },
    practice: { who: "admin", open: [(p) => p.pressesOn(1, "make_practice")] },
    session: { who: "admin", open: [(p) => p.pressesOn(1, "add_session:1")] },
  };
