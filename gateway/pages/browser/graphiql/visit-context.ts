import { createContext } from 'react';
import type { Visit } from '../shared/open-page.tsx';

/** The visit, for panels that the editor renders. */
export const VisitContext = createContext<Visit | undefined>(undefined);
