import type { Random } from './random.ts';

const surnames =
  '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董程曹袁邓许沈曾彭吕苏卢蒋蔡贾丁魏薛叶余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文';
const male = '国建志文福长永德宝玉树春海明庆立军强生林山成东民广胜利贵有才忠义庭凤祥发财宏伟新振江河学连喜来顺';
const female = '秀桂淑玉凤兰英芳梅霞丽艳红云琴珍香莲华翠萍娟燕玲彩美春秋月雪荣静敏慧洁颖琳杰素亚晓雅欣怡佳';

/** Full names, each given once: no two people of the county are the same by name alone, unless a story wants it so. */
export function createNameRegister(random: Random): (surname: string | undefined, isFemale: boolean) => string {
  const given = new Set<string>();
  return (surname, isFemale) => {
    const letters = [...(isFemale ? female : male)];
    for (;;) {
      const name = (surname ?? random.pick([...surnames])) + random.pick(letters) + random.pick(letters);
      if (given.has(name)) continue;
      given.add(name);
      return name;
    }
  };
}
