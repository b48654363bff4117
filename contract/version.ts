/** The version both systems speak. It changes only with a history entry in the contract document. */
export const CONTRACT_VERSION = '1.0.23';
