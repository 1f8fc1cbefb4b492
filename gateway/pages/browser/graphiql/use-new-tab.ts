import { useGraphiQL, useGraphiQLActions } from '@graphiql/react';

/** Opens an operation in a tab of its own. */
export function useNewTab(): (query: string, variables: string) => void {
  const actions = useGraphiQLActions();
  const queryEditor = useGraphiQL((state) => state.queryEditor);
  const variableEditor = useGraphiQL((state) => state.variableEditor);
  return (query, variables) => {
    actions.addTab();
    queryEditor?.setValue(query);
    variableEditor?.setValue(variables);
  };
}
