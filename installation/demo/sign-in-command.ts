import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import * as openid from 'openid-client';
import { installationConfiguration } from '../configuration.ts';
import { readRunning } from '../running.ts';
import { demoFrontend } from './frontend.ts';

// npm run --silent sign-in: signs somebody in with the browser, as a frontend does, and prints the access token.
try {
  console.log(await signIn());
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}

async function signIn(): Promise<string> {
  const { QONAQ_DATA: folder } = installationConfiguration(process.env);
  const { publicUrl, demo } = await readRunning(folder);
  if (!demo) throw new Error('This frontend exists in demo mode only.');
  const frontend = await openid.discovery(new URL(publicUrl), demoFrontend.id, undefined, openid.None(), {
    execute: [openid.allowInsecureRequests],
  });
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const here = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const [verifier, state] = [openid.randomPKCECodeVerifier(), openid.randomState()];
  const url = openid.buildAuthorizationUrl(frontend, {
    redirect_uri: `${here}/callback`,
    scope: 'openid profile',
    code_challenge: await openid.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    state,
  });
  console.error(`Open this in a browser on this computer, and sign in:\n\n  ${url.href}\n`);
  const back = await new Promise<URL>((resolve) => {
    server.on('request', ({ url: path }, response) => {
      response.end('You can close this page.');
      if (path?.startsWith('/callback')) resolve(new URL(path, here));
    });
  });
  server.close();
  server.closeAllConnections();
  const tokens = await openid.authorizationCodeGrant(frontend, back, {
    pkceCodeVerifier: verifier,
    expectedState: state,
  });
  return tokens.access_token;
}
