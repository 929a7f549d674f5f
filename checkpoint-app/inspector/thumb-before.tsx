/** What ScanThumb will show, as high and empty, until the rest is there. */
export function ThumbBefore({ parked }: { parked: number }) {
  return (
    <>
      {parked > 0 && (
        <ul className="parked" aria-hidden="true">
          {Array.from({ length: parked }, (_, n) => (
            <li key={n} className="parked-blank" />
          ))}
        </ul>
      )}
      <p className="tally tally-blank" />
    </>
  )
}
