import { format, resolveConfig } from 'prettier';

/** A generated file as prettier would leave it, so that nothing has to be formatted after a generator ran. */
export const formatted = async (file, text) => format(text, { ...(await resolveConfig(file)), filepath: file });
