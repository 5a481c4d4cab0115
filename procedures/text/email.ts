/** What two ways of writing one e-mail address have in common: NFC, lower case, nothing around it. For finding, never for showing. */
export const emailKey = (email: string): string => email.normalize('NFC').trim().toLowerCase();
