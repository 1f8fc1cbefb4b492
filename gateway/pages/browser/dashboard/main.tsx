import { createRoot } from 'react-dom/client';
import { signedIn } from '../shared/session.ts';

await signedIn('/dashboard');
createRoot(document.getElementById('page')!).render(<main>Dashboard</main>);
