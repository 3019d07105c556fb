/**
 * Something that was found is not in the files that were written, or stands in them twice: a fault of the program, never of
 * the input. Names rules, files and figures, no person.
 */
export class ConservationBroken extends Error {
  override readonly name = 'ConservationBroken';
  readonly broken: readonly string[];

  constructor(broken: readonly string[]) {
    super(`报告与比对结果不一致，未发布：${broken.join('；')}`);
    this.broken = broken;
  }
}
