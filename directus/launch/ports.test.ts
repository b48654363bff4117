import { createServer, type AddressInfo } from 'node:net';
import { findFreePorts, requireFreePorts } from './ports.ts';

describe('ports', () => {
  test('names the port in use and the setting that changes it', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    try {
      await expect(requireFreePorts({ SELVEDGE_PORT: port })).rejects.toThrow(
        `Port ${port} is in use by another program; stop it or set SELVEDGE_PORT.`,
      );
    } finally {
      server.close();
    }
  });

  test('names both settings that want the same port', async () => {
    await expect(requireFreePorts({ SELVEDGE_REDIS_PORT: 8058, SELVEDGE_PORT: 8055, SELVEDGE_MAIL_SMTP_PORT: 8058 })).rejects.toThrow(
      'Port 8058 is wanted by SELVEDGE_REDIS_PORT and by SELVEDGE_MAIL_SMTP_PORT; choose another for one of them.',
    );
  });

  test('finds different ports, and leaves them free', async () => {
    const ports = await findFreePorts(5);
    expect(new Set(ports).size).toBe(5);
    // Where no outgoing connection can take them before somebody listens, and a browser goes.
    expect(ports.filter((port) => port < 10_100 || port >= 32_768)).toEqual([]);
    await expect(requireFreePorts(Object.fromEntries(ports.map((port) => [`PORT_${port}`, port])))).resolves.toBeUndefined();
  });
});
