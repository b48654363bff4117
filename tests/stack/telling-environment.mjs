import { TestEnvironment } from 'jest-environment-node';

/** Node's environment; before the clean-up after a failed test it asks whoever knows more about it to tell. */
export default class TellingEnvironment extends TestEnvironment {
  async handleTestEvent(event) {
    if (event.name !== 'test_fn_failure' && event.name !== 'hook_failure') return;
    for (const tell of this.global.tellAfterFailure ?? []) await tell();
  }
}
