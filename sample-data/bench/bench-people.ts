import { checkCharacter } from '../../schemas/values/resident-id.ts';
import { falls, scramble } from './scramble.ts';

const surnames = [...'王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董程曹袁邓许沈曾彭吕苏卢蒋蔡贾丁魏薛叶余潘杜戴夏'];
const given = [
  ...'国建志文福长永德宝玉树春海明庆立军强生林山成东民广胜利贵有才忠义庭凤祥发财宏伟新振江河秀桂淑兰英芳梅霞丽艳红云琴珍香莲华翠萍娟燕玲彩美秋月雪荣静敏慧洁颖',
];
const regions = ['230123', '230123', '230124', '232324', '230882', '232301', '230183'];

/** How many people: 2.1 on average. */
const sizes = [1, 2, 1, 2, 3, 1, 2, 2, 4, 3];

export interface BenchPerson {
  readonly name: string;
  readonly id: string;
  readonly relation: string;
}

export interface BenchHousehold {
  readonly index: number;
  readonly people: readonly BenchPerson[];
  readonly township: number;
  readonly village: number;
  readonly category: 'A' | 'B' | 'C';
  /** Yuan a month. */
  readonly monthly: number;
  readonly start: string;
  readonly account: string;
  readonly address: string;
  readonly phone: string;
}

/** The household of that number, made anew at every call. */
export function benchHousehold(index: number, townships: number): BenchHousehold {
  const count = sizes[index % 10] ?? 1;
  const surname = scramble(index, 1) % surnames.length;
  const people: BenchPerson[] = [];
  for (let at = 0; at < count; at++) people.push(person(index, at, surname));
  const township = scramble(index, 2) % townships;
  const village = scramble(index, 3) % 14;
  return {
    index,
    people,
    township,
    village,
    category: 'ABC'[scramble(index, 4) % 3] as 'A' | 'B' | 'C',
    monthly: count * (180 + 5 * (scramble(index, 5) % 40)),
    start: falls(index, 6, 120) ? '2020-03' : `${2011 + (scramble(index, 7) % 9)}-${two(1 + (scramble(index, 8) % 12))}`,
    account: '621785' + String(1_000_000_000 + index) + String(100 + (scramble(index, 9) % 900)),
    address: `示例县${townshipName(township)}${villageName(village)}${1 + (scramble(index, 14) % 9)}组${1 + (scramble(index, 15) % 180)}号`,
    phone: '13' + String(100_000_000 + (scramble(index, 16) % 899_999_999)),
  };
}

function person(household: number, at: number, surname: number): BenchPerson {
  const number = household * 4 + at;
  const own = at === 1 ? scramble(number, 10) % surnames.length : surname;
  const name = surnames[own]! + given[scramble(number, 11) % given.length]! + given[scramble(number, 12) % given.length]!;
  return { name, id: uniqueId(number), relation: at === 0 ? '户主' : at === 1 ? '配偶' : '子女' };
}

/** Day of birth and sequence together count the people, so no number is given twice. */
function uniqueId(number: number): string {
  const day = number % 21_600;
  const sequence = 1 + Math.floor(number / 21_600);
  const year = 1938 + Math.floor(day / 336);
  const inYear = day % 336;
  const date = String(year) + two(1 + Math.floor(inYear / 28)) + two(1 + (inYear % 28));
  const seventeen = regions[scramble(number, 13) % regions.length]! + date + String(sequence).padStart(3, '0');
  return seventeen + checkCharacter(seventeen);
}

const two = (number: number): string => (number < 10 ? `0${number}` : String(number));

/** 性别, as the id says it. */
export const genderOf = ({ id }: BenchPerson): string => (Number(id[16]) % 2 === 1 ? '男' : '女');

export const townshipName = (township: number): string =>
  `${'青松柳河清泉东岗双桥红星永丰向阳'[(township * 2) % 16]}${'山水林泉岭岗桥湾'[Math.floor(township / 8) % 8]}${township}乡`;

export const villageName = (village: number): string => `${'东西南北前后新旧上下大小长宽'[village]}屯村`;
