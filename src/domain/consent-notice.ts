/** The consent notice in force. Change it together with the notice's words: then everybody is asked again. */
export const NOTICE_VERSION = "2024-1";
