// What each command does, in a few words: shown in the menu of the chat and in /bantuan.
export const commands = {
  start: "mulai atau buka menu utama",
  me: "data pendaftaran saya",
  schedule: "jadwal sesi berikutnya",
  classes: "kelas saya: peserta, sesi, kehadiran",
  language: "ganti bahasa · language",
  announce: "buat dan pantau pengumuman",
  cancel: "berhenti mengisi",
  help: "daftar bantuan",
  summary: "ringkasan hari ini",
  participants: "daftar dan pencarian peserta",
  overdue: "rencana yang lewat tenggat",
};
