// A photo as the bot keeps it: the same one wherever it has the same mark.
export function photo(unique: string) {
  return {
    kind: "photo" as const,
    fileId: `file-${unique}`,
    fileUniqueId: unique,
    albumId: null,
    caption: null,
    mimeType: "image/jpeg",
    byteSize: 1000,
  };
}
