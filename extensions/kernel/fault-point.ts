/**
 * Named steps at which a test may kill this process, to prove that nothing is lost or doubled.
 * Armed only by SELVEDGE_TEST_FAULT_POINT, which a node refuses outside demo mode; costs one comparison else.
 */
const armed = process.env['SELVEDGE_TEST_FAULT_POINT'] || undefined;

export function reachFault(name: string): void {
  // SIGKILL, not exit: no handler, no flush, as when the machine loses power.
  if (armed === name) process.kill(process.pid, 'SIGKILL');
}
