import type { AddressInfo } from 'node:net';
import { simpleParser } from 'mailparser';
import type { ParsedMail } from 'mailparser';
import { SMTPServer } from 'smtp-server';

/** What a server does with a letter: `DROP` takes it and ends the connection before it says so; `SILENT` takes it and never says so. */
export type Conduct = 'ACCEPT' | 'DROP' | 'SILENT' | { rcpt: number } | { data: number };

/** A real mail server, in the test's own process. */
export interface MailServer {
  url: URL;
  /** What arrived, acknowledged or not, in that order. */
  letters: ParsedMail[];
  /** What it does with what is sent to an address; it accepts the rest. */
  conduct: Map<string, Conduct>;
  /** Stops listening; `start` begins again at the same place. */
  stop(): Promise<void>;
  start(): Promise<void>;
}

/** Starts one, which asks for a password if it is told one. Stop it in `afterAll`. */
export async function startMailServer(login?: { user: string; password: string }): Promise<MailServer> {
  const letters: ParsedMail[] = [];
  const conduct = new Map<string, Conduct>();
  let server: SMTPServer;
  let port = 0;
  const mailServer: MailServer = {
    url: new URL('smtp://127.0.0.1'),
    letters,
    conduct,
    start: async () => {
      server = newServer();
      await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
      port = (server.server.address() as AddressInfo).port;
      mailServer.url = new URL(`smtp://127.0.0.1:${port}`);
    },
    stop: async () => {
      const closed = new Promise<void>((resolve) => server.close(resolve));
      for (const connection of server.connections) connection.close();
      await closed;
    },
  };
  await mailServer.start();
  return mailServer;

  function newServer(): SMTPServer {
    return new SMTPServer({
      authOptional: login === undefined,
      allowInsecureAuth: true,
      onAuth: ({ username, password }, _session, done) =>
        username === login?.user && password === login?.password ? done(null, { user: username }) : done(refusal(535)),
      disabledCommands: ['STARTTLS'],
      onRcptTo: ({ address }, _session, done) => {
        const does = conduct.get(address);
        done(typeof does === 'object' && 'rcpt' in does ? refusal(does.rcpt) : undefined);
      },
      onData: (stream, session, done) => {
        void simpleParser(stream).then((letter) => {
          const does = conduct.get(session.envelope.rcptTo[0]!.address) ?? 'ACCEPT';
          if (typeof does === 'object' && 'data' in does) return done(refusal(does.data));
          letters.push(letter);
          if (does === 'DROP') return [...server.connections].find(({ id }) => id === session.id)!.close();
          if (does !== 'SILENT') done();
        });
      },
    });
  }
}

function refusal(responseCode: number): Error {
  return Object.assign(new Error('refused'), { responseCode });
}
