const tenDigits = /\d{10}/;

/** True where a text holds an id, an account or a telephone number: what a message or a summary must not repeat. */
export const holdsPersonalNumber = (text: string): boolean => tenDigits.test(text.normalize('NFKC'));
