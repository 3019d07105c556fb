import type { PolicyValidationPluginReport } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import type { IConstruct } from 'constructs';

/** A finding of cdk-nag that we accept: which, where, and why. */
interface AcceptedFinding {
  /** The rule, with the granular part that it appends. */
  readonly rule: RegExp;
  /** Construct paths. */
  readonly where: RegExp;
  readonly reason: string;
}

const acceptedFindings: readonly AcceptedFinding[] = [
  {
    rule: /IAM4\[.*AWSLambdaBasicExecutionRole\]/,
    where: /BucketNotificationsHandler/,
    reason: "CDK's own handler for bucket notifications runs only while a stack is deployed; its policy is CDK's",
  },
  {
    rule: /SMG4/,
    where: /FindingKey\d{6}/,
    reason: 'Finding ids must stay the same for years, so that answers find their case: their key is never rotated',
  },
  {
    rule: /IAM5\[Resource::.*PrincipalTag/,
    where: /^DibaoAccess\//,
    reason: "The caller's own county and source stand in the key pattern; only the period and the file name are open",
  },
  {
    rule: /IAM5\[Resource::.*\/\*\]/,
    where: /^DibaoAccess\/Auditor\//,
    reason: 'Auditors read the published reports of all counties, in every version',
  },
  {
    rule: /IAM5\[Resource::.*Log.*:\*\]/,
    where: /^DibaoJobs\/\w+\/Role\//,
    reason: 'The streams of the function’s own log group, whose names the service chooses',
  },
  {
    rule: /IAM5\[Resource::.*\/(?:\*|\*\/[\w./*-]+|\*\.[\w.]+)\]/,
    where: /^DibaoJobs\/\w+\/Role\//,
    reason: 'Objects under a fixed key pattern of one bucket; the county and the period are the open parts',
  },
  {
    rule: /IAM5\[Resource::.*:secret:dibao\/\*\/finding-key-\?{6}\]/,
    where: /^DibaoJobs\/(?:HalfYear|Payout)\/Role\//,
    reason: "The counties' finding keys and no other secret; a list of a province's would not fit into a policy",
  },
  {
    rule: /IAM5\[Resource::.*(?:Function).*:\*\]/,
    where: /^DibaoJobs\/\w+Machine\/Role\//,
    reason: 'Versions of exactly the functions that the state machine calls',
  },
  {
    rule: /IAM5\[Resource::\*\]/,
    where: /^DibaoJobs\/\w+Machine\/Role\//,
    reason: 'Log delivery and X-Ray offer no narrower resource than all',
  },
  {
    rule: /IAM5\[Resource::.*:execution:.*\*\]/,
    where: /^DibaoJobs\/\w+Machine\/DistributedMapPolicy\//,
    reason: "The state machine's own child executions, whose names the service chooses",
  },
  {
    rule: /IAM5\[Resource::.*Function.*:\*\]/,
    where: /^DibaoSchedule\/Role\//,
    reason: 'Versions of exactly the function that the schedule calls',
  },
  {
    rule: /SQS3/,
    where: /^DibaoSchedule\/Undelivered\//,
    reason: 'It is itself the dead-letter queue of the schedules',
  },
];

/**
 * cdk-nag's AwsSolutions pack without what the list above accepts. CDK's own acknowledgement wants granular ids that hold
 * logical ids and the partition and are final only while the templates are written, so the list is applied there, by
 * rule and construct path. What it does not name still fails the synthesis.
 */
export class ReviewedAwsSolutionsChecks extends AwsSolutionsChecks {
  /** Entries that accepted nothing so far: stale ones once the synthesis is through. */
  readonly unused = new Set<AcceptedFinding>(acceptedFindings);

  override validateScope(scope: IConstruct): PolicyValidationPluginReport {
    const violations = super.validateScope(scope).violations.flatMap((violation) => {
      const violatingResources = violation.violatingResources.filter(
        ({ constructPath }) => !this.accepts(violation.ruleName, constructPath ?? ''),
      );
      return violatingResources.length === 0 ? [] : [{ ...violation, violatingResources }];
    });
    return { success: violations.length === 0, violations };
  }

  private accepts(ruleName: string, path: string): boolean {
    const entry = acceptedFindings.find(({ rule, where }) => rule.test(ruleName) && where.test(path));
    if (entry !== undefined) this.unused.delete(entry);
    return entry !== undefined;
  }
}
