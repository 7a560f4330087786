import classes from './ProgressPanel.module.css'

type Props = {
  readonly label: string
  /** From 0 to 1; undefined while nobody knows. */
  readonly share: number | undefined
  /** What a screen reader says of it, where the share alone says too little. */
  readonly text?: string
}

/** The bar of work under way. */
export function ProgressTrack({ label, share, text }: Props) {
  return (
    <div
      className={classes.track}
      role="progressbar"
      aria-label={label}
      aria-valuetext={text}
      {...(share !== undefined && {
        'aria-valuenow': Math.round(share * 100),
        'aria-valuemin': 0,
        'aria-valuemax': 100,
      })}
    >
      <div
        className={classes.fill}
        data-unknown={share === undefined || undefined}
        style={share === undefined ? undefined : { width: `${share * 100}%` }}
      />
    </div>
  )
}
