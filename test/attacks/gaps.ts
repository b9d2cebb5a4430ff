interface Gap {
  /** What is seen instead. */
  readonly because: string
  /** The trials it is seen in. */
  readonly trials: readonly string[]
  readonly rows: readonly string[]
}

const streams = ['stream', 'honest stream']

/** Rows that fail today. A row that passes again fails its test until it is taken out here. */
const gaps: readonly Gap[] = [
  {
    because: 'a tag is reported before it is known to be one of the subset, or in its final block',
    trials: streams,
    rows: [
      'closed details keep their words',
      'a right-to-left override in a summary is marked or gone',
      'a script in an alignment row is no table',
      'a script in a footnote’s label is shown',
    ],
  },
]

/** Says whether a row is known to fail in a trial. */
export function isGap(trial: string, name: string): boolean {
  return gaps.some(({ trials, rows }) => trials.includes(trial) && rows.includes(name))
}
