/** An operation that a link brings along. */
export interface LinkedOperation {
  query: string;
  variables: string;
}

/** The operation in the page's address, which is taken out of it: in its query, or in its fragment, which no server sees. */
export function takeLinkedOperation(): LinkedOperation | undefined {
  const url = new URL(location.href);
  const found = [new URLSearchParams(url.hash.slice(1)), url.searchParams].find((each) => each.has('query'));
  if (!found) return undefined;
  const linked = { query: found.get('query')!, variables: found.get('variables') ?? '' };
  for (const name of ['query', 'variables']) url.searchParams.delete(name);
  url.hash = '';
  history.replaceState(history.state, '', url);
  return linked;
}
