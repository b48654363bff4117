/** @param file  absolute path: its ending tells the language, its folder the style */
export function formatted(file: string, text: string): Promise<string>;
