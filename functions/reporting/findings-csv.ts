import { type Finding, findingColumns } from '../../schemas/finding.ts';
import { yuanText } from '../../schemas/values/money.ts';
import { csvText } from './csv-field.ts';
import { addressesText, messageText } from './finding-words.ts';

const byteOrderMark = '\uFEFF';

export const findingsHead = `${byteOrderMark}${findingColumns.join(',')}\r\n`;

/** One finding, one line. Ids, codes and the amount are the program's own and need no guard. */
export const findingLine = (finding: Finding): string =>
  `${finding.findingId},${finding.rule},${finding.severity},${finding.county},${finding.period},${csvText(finding.township)},` +
  `${csvText(finding.village)},${csvText(finding.householdId)},${csvText(finding.headName)},${csvText(finding.name)},` +
  `${csvText(finding.idNumber)},${csvText(finding.account)},${csvText(finding.expected)},${csvText(finding.actual)},` +
  `${finding.amountDifference === undefined ? '' : yuanText(finding.amountDifference)},${finding.matchBasis},` +
  `${csvText(addressesText(finding.sources))},${csvText(messageText(finding.message))},${finding.facts}\r\n`;
