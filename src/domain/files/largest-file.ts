// How large a file may be that somebody sends us: Telegram lets a bot download so much and no more.

export const LARGEST_FILE_MB = 20;
export const LARGEST_FILE_BYTES = LARGEST_FILE_MB * 1024 * 1024;
