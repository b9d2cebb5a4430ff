import { definePolicy, type Policy } from '@glovebox/markdown'

/** The last policy made of another, however many components ask; a policy is never changed. */
const madePolicies = new WeakMap<Policy, { readonly origin: string; readonly policy: Policy }>()

/** Gives a policy that has no origin of its own the app's. */
export function withOrigin(policy: Policy, origin: string): Policy {
  if (policy.origin !== undefined) return policy
  const known = madePolicies.get(policy)
  if (known?.origin === origin) return known.policy
  const made = definePolicy({ ...policy, origin })
  madePolicies.set(policy, { origin, policy: made })
  return made
}
