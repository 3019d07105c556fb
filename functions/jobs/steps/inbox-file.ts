import type { InputFile } from '../../../schemas/messages.ts';
import type { InboxFile } from '../../reading/file-units.ts';

/** A listed file as the readers take it, its name as `listInputs` gives it; `open` gives its bytes. */
export function inboxFile({ key, source, size }: InputFile, open: InboxFile['open']): InboxFile {
  return { source: source ?? undefined, name: (key.split('/').at(-1) ?? '').normalize('NFC'), size, open };
}
