import { openPage } from '../shared/open-page.tsx';

await openPage('/dashboard', () => <p className="notice">Dashboard</p>);
