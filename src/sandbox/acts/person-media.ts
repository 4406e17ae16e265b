// The acts of a person that are pictures, files, places and cards.
import type { Update } from "grammy/types";
import { addPhoto, documentContent, stickerContent, stickerFile, voiceContent } from "../media/media-content.js";
import { samplePicture } from "../media/pictures.js";
import type { ContactArgs, Person, PhotoArgs } from "../shapes.js";
import { type Actor, speak } from "./actor.js";
import { captionContent } from "./receive.js";

type MediaVerbs = Pick<
  Person,
  "sharesContact" | "sendsPhoto" | "sendsAlbum" | "sendsDocument" | "sendsVoice" | "sendsLocation" | "sendsSticker"
>;

export function mediaVerbs(actor: Actor): MediaVerbs {
  const { world } = actor;
  let pictures = 0;

  const photo = ({ caption, formatting, bytes, fileUniqueId, size }: PhotoArgs, album?: string): Update =>
    speak(actor, {
      photo: addPhoto(world.files, {
        bytes: bytes ?? samplePicture(pictures++),
        ...(fileUniqueId === undefined ? {} : { fileUniqueId }),
        ...(size === undefined ? {} : { size }),
      }),
      ...captionContent(caption, formatting),
      ...(album === undefined ? {} : { media_group_id: album }),
    });

  return {
    sharesContact: (contact) => shareContact(actor, contact ?? "own"),
    sendsPhoto: (args) => photo(args ?? {}),
    sendsAlbum: (photos) => {
      if (photos.length < 2 || photos.length > 10) throw new Error("An album has 2 to 10 photos");
      const album = world.nextAlbumId();
      return photos.map((args) => photo(args, album));
    },
    sendsDocument: ({ name, mime, bytes, caption, size }) => {
      const file = world.files.add({ kind: "document", name, mime, bytes, ...(size === undefined ? {} : { size }) });
      return speak(actor, { ...documentContent(file), ...captionContent(caption) });
    },
    sendsVoice: (seconds = 4) => {
      const bytes = Buffer.from("OggS");
      const file = world.files.add({ kind: "voice", name: "voice.ogg", mime: "audio/ogg", bytes });
      return speak(actor, voiceContent(file, seconds));
    },
    sendsLocation: (latitude, longitude) => shareLocation(actor, latitude, longitude),
    sendsSticker: () => speak(actor, stickerContent(world.files.add(stickerFile()))),
  };
}

export function shareContact(actor: Actor, contact: ContactArgs): Update {
  const { user, phone } = actor.state;
  if (contact === "own") {
    return speak(actor, {
      contact: {
        phone_number: phone,
        first_name: user.first_name,
        ...(user.last_name === undefined ? {} : { last_name: user.last_name }),
        user_id: user.id,
      },
    });
  }
  return speak(actor, {
    contact: {
      phone_number: contact.phone,
      first_name: contact.first_name ?? "Kenalan",
      ...(contact.user_id === undefined ? {} : { user_id: contact.user_id }),
    },
  });
}

/** Somewhere in Kabupaten Bintan unless said otherwise. */
export function shareLocation(actor: Actor, latitude = 0.9638, longitude = 104.4478): Update {
  return speak(actor, { location: { latitude, longitude } });
}
