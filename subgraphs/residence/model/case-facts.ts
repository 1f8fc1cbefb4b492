import type { Facts } from '../../kit/lifecycle/lifecycle.ts';
import { arrivedInTime } from '../rules/arrival.ts';
import type { CaseGuard } from '../rules/case-lifecycle.ts';
import { isChecked } from '../rules/checks.ts';
import type { ResidenceCase } from './residence-case.ts';
import { checksOfCases } from './security-check.ts';
import type { SecurityCheck } from './security-check.ts';
import type { Reads } from '../../kit/reading/reads.ts';

/** What holds of each case, as the lifecycle's guards ask. */
export async function factsOf(reads: Reads, cases: readonly ResidenceCase[]): Promise<Map<string, Facts<CaseGuard>>> {
  const checks = await checksOfCases(
    reads,
    cases.map(({ id }) => id),
  );
  return new Map(cases.map((each) => [each.id, facts(each, checks.get(each.id) ?? [])]));
}

function facts(of: ResidenceCase, checks: readonly SecurityCheck[]): Facts<CaseGuard> {
  const { borderCrossedAt, fingerprintedAt } = of;
  return {
    'checks recorded': isChecked(checks, of.originalsReceivedAt ? 'FINAL' : 'PRELIMINARY'),
    'KNB agreed': of.knbAgreed === true,
    'arrived in time': [borderCrossedAt, fingerprintedAt].some((at) => arrivedInTime(of, at)),
    'border crossing confirmed': borderCrossedAt !== null,
    'fingerprints confirmed': fingerprintedAt !== null,
    'documents compared': of.comparison !== null,
    'residence not registered': of.residenceRegisteredAt === null,
    'residence registered': of.residenceRegisteredAt !== null,
    // Only the complaint itself says so: whoever reopens asks it.
    'a complaint calls for it': false,
  };
}
