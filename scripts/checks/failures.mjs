/**
 * Ends a check: prints what is wrong and sets a non-zero exit code, or prints that all is well.
 * @param {string} check its name
 * @param {readonly string[]} failures
 * @param {string} success what was checked
 */
export function conclude(check, failures, success) {
  if (failures.length === 0) {
    console.log(`${check}: ${success}`)
    return
  }
  for (const failure of failures) console.error(`${check}: ${failure}`)
  process.exitCode = 1
}
