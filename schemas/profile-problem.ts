import type * as z from 'zod';

const typeNames: Readonly<Record<string, string>> = {
  string: '文字',
  number: '数字',
  int: '整数',
  boolean: 'true 或 false',
  array: '数组',
  object: '对象',
  record: '对象',
};

const pathText = (path: readonly PropertyKey[]) => (path.length === 0 ? '（根）' : path.map(String).join('.'));

// zod's own sentences are English and may quote our words.
const hasHan = (text: string) => /\p{Script=Han}/u.test(text) && !/^[A-Z]/.test(text);

/** A sentence of the schema itself stands; zod's English ones are said anew. */
function reasonOf(issue: z.core.$ZodIssue): string {
  if (hasHan(issue.message)) return issue.message;
  switch (issue.code) {
    case 'invalid_type':
      return `应为${typeNames[issue.expected] ?? issue.expected}`;
    case 'too_big':
      return `不能大于 ${issue.maximum}`;
    case 'too_small':
      return issue.origin === 'number' || issue.origin === 'int' ? `不能小于 ${issue.minimum}` : '不能为空';
    case 'invalid_value':
      return `应为 ${issue.values.map(String).join('、')} 之一`;
    case 'invalid_key':
      return '没有这一项';
    default:
      return '值不正确';
  }
}

/** One sentence for each thing that a profile's issue names. */
export function profileProblem(issue: z.core.$ZodIssue): readonly string[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => `县配置 ${pathText([...issue.path, key])}：没有这一项。`);
  }
  const inner = issue.code === 'invalid_key' ? issue.issues[0] : undefined;
  const reason = inner !== undefined && hasHan(inner.message) ? inner.message : reasonOf(issue);
  return [`县配置 ${pathText(issue.path)}：${reason}。`];
}
