/** `county.json`: what this county sets otherwise than the programme does, and the post bank's layout without headings. */
export const countyProfile = {
  name: '示例县',
  ruralStandard: { '2020': 4200 },
  urbanStandard: { '2020': 7200 },
  headings: { 'assistance-system': { povertyMark: ['建档标志'] } },
  places: { 老柳河乡: '柳河镇' },
  layouts: {
    'bank-payout': [
      {
        columns: ['sequence', 'account', 'accountName', '', 'requestedAmount', 'paidOn', '', '', 'result', 'reason'],
        unit: '分',
        success: ['001'],
        returned: ['003'],
      },
    ],
  },
};
