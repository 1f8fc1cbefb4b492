import { openPage } from '../shared/open-page.tsx';
import { Dashboard } from './dashboard.tsx';
import './dashboard.css';

await openPage('/dashboard', (visit) => <Dashboard visit={visit} />);
