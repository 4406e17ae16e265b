// What each command does, in a few words: shown in the menu of the chat and in /bantuan.
export const commands = {
  start: "mulai atau buka menu utama",
  me: "data pendaftaran saya",
  language: "ganti bahasa · language",
  cancel: "berhenti mengisi",
  help: "daftar bantuan",
};
