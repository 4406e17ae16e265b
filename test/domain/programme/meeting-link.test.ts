// What somebody types for the link of an online session.
import { expect, test } from "vitest";
import { meetingLink } from "../../../src/domain/programme/sessions.js";

test.each([
  ["https://zoom.us/j/123", "https://zoom.us/j/123"],
  ["zoom.us/j/123", "https://zoom.us/j/123"],
  ["us02web.zoom.us/j/1?pwd=a.1", "https://us02web.zoom.us/j/1?pwd=a.1"],
  ["meet.google.com/abc-defg-hij", "https://meet.google.com/abc-defg-hij"],
])("%s is a link", (typed, link) => {
  expect(meetingLink(typed)).toBe(link);
});

test.each([
  ...["", "nanti", "zoom, kode 123", "zoom.us", "Aula/lantai 2", "08.30/10.00 pagi", "http://zoom.us/j/1"],
  ...["https://", "https://zoom", "https://zoom.us /j/1", "ftp://a.b/c"],
])("%s is none", (typed) => {
  expect(meetingLink(typed)).toBeNull();
});
