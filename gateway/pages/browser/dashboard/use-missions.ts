import { useEffect, useState } from 'react';
import type { Message } from '../../../../subgraphs/kit/errors/languages.ts';
import type { Visit } from '../shared/open-page.tsx';

interface Mission {
  number: number;
  name: Message;
}

const query = `query Missions {
  missions(first: 100) { edges { node { number name { kk ru en } } } }
}`;

/** The missions that can be chosen; none until they are known, and the page does without them. */
export function useMissions(ask: Visit['ask']): Mission[] {
  const [missions, setMissions] = useState<Mission[]>([]);
  useEffect(() => {
    void ask<{ missions: { edges: { node: Mission }[] } }>({ query }).then(({ data }) => {
      if (data) setMissions(data.missions.edges.map(({ node }) => node));
    });
    // They are the same in every language, and for everybody.
  }, []);
  return missions;
}
