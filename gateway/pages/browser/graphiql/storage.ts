/** Under which names GraphiQL keeps what was asked before. */
const histories = ['graphiql:queries', 'graphiql:favorites'];

/**
 * Where GraphiQL keeps the texts of its tabs and what was asked before: in this window only, until it is closed or somebody signs out.
 * Variables may hold somebody's data, so what was asked before is kept without them; answers are never kept.
 */
export const windowStorage = {
  getItem: (key: string) => sessionStorage.getItem(key),
  setItem: (key: string, value: string) =>
    sessionStorage.setItem(key, histories.includes(key) ? withoutVariables(value) : value),
  removeItem: (key: string) => sessionStorage.removeItem(key),
  clear: () => sessionStorage.clear(),
  get length() {
    return sessionStorage.length;
  },
};

function withoutVariables(history: string): string {
  return JSON.stringify(JSON.parse(history), (key, value: unknown) => (key === 'variables' ? undefined : value));
}
