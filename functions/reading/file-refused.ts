/** A file that cannot be read, with what the sender can do about it. Both sentences are Chinese and name no person. */
export class FileRefused extends Error {
  override readonly name = 'FileRefused';
  readonly reason: string;
  readonly mend: string;

  constructor(reason: string, mend: string) {
    super(reason);
    this.reason = reason;
    this.mend = mend;
  }
}
