/** The sign of the ready operations: books on a shelf. */
export function ShelfIcon() {
  return (
    <svg viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth="1.5" aria-hidden="true">
      <path d="M4 4h4v16H4zM8 7h4v13H8zM13.2 6.3l3.8-1 3.6 14-3.8 1z" />
    </svg>
  );
}

/** The sign of disclosures: an eye. */
export function DisclosureIcon() {
  return (
    <svg viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth="1.5" aria-hidden="true">
      <path d="M2 12q10-14 20 0-10 14-20 0z" />
      <circle cx="12" cy="12" r="3" />
    </svg>
  );
}
