import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';

/** A wire to the test's PostgreSQL that can be cut and mended: to the product it is a database that went away. */
export interface Wire {
  /** Ends every connection, and refuses new ones. */
  cut(): Promise<void>;
  mend(): Promise<void>;
}

/** Leads all that this test file connects to the database from now on over a wire. */
export async function layWire(): Promise<Wire> {
  const server = new URL(process.env.QONAQ_TEST_SERVER!);
  const ends = new Set<Socket>();
  const join = createServer((near) => {
    const far = connect(Number(server.port), server.hostname);
    near.pipe(far).pipe(near);
    for (const [end, other] of [[near, far] as const, [far, near] as const]) {
      ends.add(end);
      end.on('error', () => {});
      end.on('close', () => {
        ends.delete(end);
        other.destroy();
      });
    }
  });
  const listen = async (port: number) => {
    join.listen(port, '127.0.0.1');
    await once(join, 'listening');
    return (join.address() as AddressInfo).port;
  };
  const port = await listen(0);
  process.env.QONAQ_TEST_SERVER = Object.assign(new URL(server), { hostname: '127.0.0.1', port: String(port) }).href;
  return {
    cut: async () => {
      const closed = once(join, 'close');
      join.close();
      for (const end of ends) end.destroy();
      await closed;
    },
    mend: async () => void (await listen(port)),
  };
}
