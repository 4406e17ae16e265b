// Signs for "as above": sda, idem, -"-, 〃.

const WORD =
  /^(s[. ]*d[. ]*a\.?|idem|ditto|id\.|sama|sama (dengan|dgn|spt|seperti) (di ?)?atas|seperti di ?atas|same( as above)?)$/i;
const MARK = /^[\s\-–—_.=~]*(["“”„″〃˝]|'{2}|,{2}|’’|‘‘|´´|``)+[\s\-–—_.=~"”“″']*$/;

export function isDitto(text: string): boolean {
  return text !== "" && (MARK.test(text) || WORD.test(text.replace(/^[\s(\-–—]+|[\s)\-–—]+$/g, "")));
}
