import { readFileSync } from 'node:fs';
import { Template } from 'aws-cdk-lib/assertions';
import type { JobId } from '../schemas/job.ts';
import { buildApp } from './build-app.ts';
import { type RolePolicies, rolePolicies } from './role-policies.ts';
import type { Definition } from './state-machine-driver/asl.ts';

export interface SynthesizedMachines {
  readonly machines: Record<JobId, Definition>;
  /** Files of `functions/handlers`, by the logical ids that the definitions call. */
  readonly handlers: ReadonlyMap<string, string>;
  readonly policies: RolePolicies;
}

/** Definitions and the functions' roles as the template holds them, functions named by their logical ids. */
export function synthesizedMachines(): SynthesizedMachines {
  const flags = JSON.parse(readFileSync(new URL('../cdk.json', import.meta.url), 'utf8')).context;
  const context = { ...flags, 'aws:cdk:bundling-stacks': [] };
  const { stacks } = buildApp({ counties: [{ code: '230123', name: '示例县' }] }, { context });
  const template = Template.fromStack(stacks.jobs);
  const handlers = new Map<string, string>();
  for (const id of Object.keys(template.findResources('AWS::Lambda::Function'))) {
    const name = id.replace(/Function[0-9A-F]{8}$/, '').replace(/[A-Z]/g, (letter, at) => (at ? '-' : '') + letter.toLowerCase());
    handlers.set(id, name);
  }
  const machines: Partial<Record<JobId, Definition>> = {};
  for (const [id, { Properties }] of Object.entries(template.findResources('AWS::StepFunctions::StateMachine'))) {
    machines[id.startsWith('HalfYear') ? 'half-year' : 'payout'] = JSON.parse(
      resolved(Properties.DefinitionString),
    ) as Definition;
  }
  return { machines: machines as Record<JobId, Definition>, handlers, policies: rolePolicies(template, handlers) };
}

function resolved(value: unknown): string {
  if (typeof value === 'string') return value;
  const {
    'Fn::Join': join,
    'Fn::GetAtt': attribute,
    Ref,
  } = value as { 'Fn::Join'?: [string, unknown[]]; 'Fn::GetAtt'?: string[]; Ref?: string };
  if (join !== undefined) return join[1].map(resolved).join(join[0]);
  if (attribute !== undefined) return attribute[0]!;
  return Ref === 'AWS::Partition' ? 'aws-cn' : String(Ref);
}
