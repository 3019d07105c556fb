export interface Place {
  readonly township: string;
  readonly villages: readonly string[];
}

export const ruralPlaces: readonly Place[] = [
  { township: '青松镇', villages: ['前进村', '后屯村', '大榆树村', '三合村'] },
  { township: '柳河镇', villages: ['柳河村', '新立村', '永丰村'] },
  { township: '清泉镇', villages: ['清泉村', '石桥村', '福兴村'] },
  { township: '东岗乡', villages: ['东岗村', '西岗村', '团结村'] },
  { township: '双桥乡', villages: ['双桥村', '南沟村', '靠山村'] },
  { township: '红星农场', villages: ['第一管理区', '第二管理区'] },
];

export const urbanPlaces: readonly Place[] = [
  { township: '城关街道', villages: ['南门社区', '北门社区', '东风社区'] },
  { township: '河西社区工作站', villages: ['河西社区', '站前社区'] },
];

/** Its part of the quarter's payment list was never sent. */
export const unlistedTownship = '河西社区工作站';

/** A forest farm: it has no villages, and its people stand in nobody's poverty registration. */
export const forestFarm: Place = { township: '云岭林场', villages: [''] };

export const places: readonly Place[] = [...ruralPlaces, ...urbanPlaces, forestFarm];
