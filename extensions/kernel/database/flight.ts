import pg from 'pg';
import { prepareValue } from 'pg/lib/utils.js';
import { statementName } from './statement-name.ts';
import { types } from './types.ts';

/** What a statement answered. `command` is the word of PostgreSQL's command tag: SELECT, INSERT, COMMIT. */
export interface Answer<R> {
  readonly command: string;
  readonly rows: R[];
}

type Row = Record<string, unknown>;
type Wire = Pick<pg.Connection, 'stream'> & {
  parse(message: { name: string; text: string }): void;
  bind(message: { statement: string; values: readonly unknown[] }): void;
  describe(message: { type: 'S'; name: string }): void;
  execute(message: object): void;
  close(message: { type: 'S'; name: string }): void;
  sync(): void;
};

interface Column {
  readonly name: string;
  readonly parse: (text: string) => unknown;
}

/** What one connection knows of the statements it prepared. */
class Prepared {
  /** The columns of each statement's rows, by its name; described once, when it is prepared. */
  readonly columnsOf = new Map<string, Column[]>();
  /** Names that a failure left in doubt: they are closed before they are used anew. */
  readonly doubtful = new Set<string>();
}

const preparedOn = new WeakMap<object, Prepared>();
function preparedBy(client: object): Prepared {
  const known = preparedOn.get(client) ?? new Prepared();
  preparedOn.set(client, known);
  return known;
}

interface Sent {
  readonly text: string;
  readonly name: string;
  readonly values: readonly unknown[];
  readonly rows: Row[];
  isNew: boolean;
  columns: Column[];
  readonly resolve: (answer: Answer<Row>) => void;
  readonly reject: (error: Error) => void;
}

/** The same connection, whose messages gather instead of leaving one by one: a stream's work for each costs more than copying all. */
function gather(connection: Wire): { wire: Wire; gathered: Buffer[] } {
  const gathered: Buffer[] = [];
  const stream = { writable: true, write: (message: Buffer) => gathered.push(message) > 0 };
  return { wire: Object.create(connection, { stream: { value: stream } }) as Wire, gathered };
}

/** The answer to a statement that the server passed over because one before it failed. */
const passedOver = (cause: Error): Error & { code: string } =>
  Object.assign(new Error('Passed over: a statement sent before it failed.', { cause }), { code: '25P02' });

/**
 * Statements that leave in one write and are answered in one: their protocol messages, then a single
 * Sync. Sent one by one, each makes the server answer with a system call of its own, which costs
 * more than most statements do. Prepared once per connection; rows are described once.
 */
class Flight extends pg.Query {
  private readonly statements: Sent[] = [];
  private readonly prepared: Prepared;
  private at = 0;

  constructor(prepared: Prepared) {
    super({ text: '' });
    this.prepared = prepared;
  }

  add(text: string, values: readonly unknown[]): Promise<Answer<Row>> {
    // Here, so that a value that cannot be sent fails its own statement alone.
    const ready = values.map((value) => prepareValue(value));
    return new Promise((resolve, reject) => {
      this.statements.push({ text, name: statementName(text), values: ready, rows: [], isNew: false, columns: [], resolve, reject });
    });
  }

  override submit = (connection: pg.Connection): void => {
    const { wire, gathered } = gather(connection as unknown as Wire);
    for (const sent of this.statements) this.write(wire, sent);
    wire.sync();
    if (connection.stream.writable) connection.stream.write(Buffer.concat(gathered));
  };

  private write(wire: Wire, sent: Sent): void {
    const { name, text, values } = sent;
    const known = this.prepared.columnsOf.get(name);
    if (known) sent.columns = known;
    else {
      if (this.prepared.doubtful.delete(name)) wire.close({ type: 'S', name });
      wire.parse({ name, text });
      wire.describe({ type: 'S', name });
      sent.isNew = true;
      this.prepared.columnsOf.set(name, sent.columns);
    }
    wire.bind({ statement: name, values });
    wire.execute({});
  }

  handleRowDescription(message: { fields: { name: string; dataTypeID: number }[] }): void {
    const columns = message.fields.map(({ name, dataTypeID }) => ({ name, parse: types.getTypeParser(dataTypeID, 'text') as unknown as Column['parse'] }));
    this.statements[this.at]?.columns.push(...columns);
  }

  handleDataRow({ fields }: { fields: (string | null)[] }): void {
    const sent = this.statements[this.at];
    if (!sent) return;
    const row: Row = {};
    for (const [i, column] of sent.columns.entries()) {
      const text = fields[i];
      row[column.name] = text === null || text === undefined ? null : column.parse(text);
    }
    sent.rows.push(row);
  }

  handleCommandComplete(message: { text: string }): void {
    const sent = this.statements[this.at];
    this.at += 1;
    sent?.resolve({ command: message.text.split(' ', 1)[0] ?? '', rows: sent.rows });
  }

  handleEmptyQuery(): void {
    this.handleCommandComplete({ text: '' });
  }

  /** One statement failed, or the connection did: what follows was passed over. */
  handleError(error: Error): void {
    for (const [i, sent] of this.statements.slice(this.at).entries()) {
      if (sent.isNew) {
        this.prepared.columnsOf.delete(sent.name);
        this.prepared.doubtful.add(sent.name);
      }
      sent.reject(i === 0 ? error : passedOver(error));
    }
    this.at = this.statements.length;
  }

  handleReadyForQuery(): void {
    // Every statement was answered on its way.
  }
}

const boarding = new WeakMap<object, Flight>();

/** Sends a statement together with all others of this tick on the same connection. */
export async function send<R extends Row>(client: pg.ClientBase, text: string, values: readonly unknown[] = []): Promise<Answer<R>> {
  let flight = boarding.get(client);
  if (!flight) {
    const leaving = new Flight(preparedBy(client));
    flight = leaving;
    boarding.set(client, leaving);
    process.nextTick(() => {
      boarding.delete(client);
      client.query(leaving);
    });
  }
  try {
    return (await flight.add(text, values)) as Answer<R>;
  } catch (error) {
    // The trace of the caller instead of that of the socket.
    Error.captureStackTrace(error as Error);
    throw error;
  }
}
