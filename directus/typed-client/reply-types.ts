import ts from 'typescript';

const DECLARES = ['commandOn', 'commandIn', 'commandAt'];

const isUndefined = (type: ts.Type) => (type.flags & ts.TypeFlags.Undefined) !== 0;

/** What is left of a type once it travelled as JSON: whatever has `toJSON` is what that returns, functions and undefined are gone. */
function wireType(checker: ts.TypeChecker, type: ts.Type, at: ts.Node): string {
  const say = (part: ts.Type) => wireType(checker, part, at);
  if (type.flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown)) return 'unknown';
  if (type.flags & (ts.TypeFlags.Void | ts.TypeFlags.Undefined)) return 'undefined';
  if (type.isUnion() && !(type.flags & ts.TypeFlags.Boolean)) return [...new Set(type.types.filter((part) => !isUndefined(part)).map(say))].join(' | ');
  if (!(type.flags & (ts.TypeFlags.Object | ts.TypeFlags.Intersection))) return checker.typeToString(type);
  const toJson = type.getProperty('toJSON');
  if (toJson)
    return checker
      .getTypeOfSymbolAtLocation(toJson, at)
      .getCallSignatures()
      .map((signature) => say(signature.getReturnType()))
      .join(' | ');
  const element = checker.isArrayLikeType(type) ? checker.getIndexTypeOfType(type, ts.IndexKind.Number) : undefined;
  if (element) return `(${say(element)})[]`;
  const byAnyName = checker.getIndexTypeOfType(type, ts.IndexKind.String);
  if (byAnyName) return `Record<string, ${say(byAnyName)}>`;
  const fields = type.getProperties().map((property) => {
    const value = checker.getTypeOfSymbolAtLocation(property, at);
    const isOptional = (property.flags & ts.SymbolFlags.Optional) !== 0 || (value.isUnion() && value.types.some(isUndefined));
    return `${JSON.stringify(property.name)}${isOptional ? '?' : ''}: ${say(value)};`;
  });
  return fields.length > 0 ? `{ ${fields.join(' ')} }` : 'Record<string, never>';
}

/** The name and the reply of a command, if the node declares one. */
function declared(checker: ts.TypeChecker, node: ts.Node): readonly [name: string, reply: string] | undefined {
  if (!ts.isCallExpression(node) || !ts.isIdentifier(node.expression) || !DECLARES.includes(node.expression.text)) return undefined;
  const [definition] = node.arguments;
  if (!definition || !ts.isObjectLiteralExpression(definition)) return undefined;
  const field = (name: string) => definition.properties.find((property) => property.name?.getText() === name);
  const name = field('name');
  const run = field('run');
  if (!name || !ts.isPropertyAssignment(name) || !ts.isStringLiteral(name.initializer) || !run) return undefined;
  const [signature] = checker.getTypeAtLocation(run).getCallSignatures();
  const reply = signature && checker.getAwaitedType(signature.getReturnType());
  return reply ? [name.initializer.text, wireType(checker, reply, run)] : undefined;
}

/**
 * What each command answers as `data`, read from what its `run` returns: the compiler knows it already, so
 * that no command has to say it twice.
 * @param files  absolute paths of the files that declare commands
 * @param tsconfig  absolute path of the configuration they are checked with
 * @returns TypeScript types by command name
 */
export function replyTypes(files: readonly string[], tsconfig: string): Map<string, string> {
  const { options } = ts.getParsedCommandLineOfConfigFile(tsconfig, {}, { ...ts.sys, onUnRecoverableConfigFileDiagnostic: () => undefined }) ?? {
    options: {},
  };
  const program = ts.createProgram(files, options);
  const checker = program.getTypeChecker();
  const replies = new Map<string, string>();
  const visit = (node: ts.Node): void => {
    const found = declared(checker, node);
    if (found) replies.set(...found);
    ts.forEachChild(node, visit);
  };
  for (const file of files) {
    const source = program.getSourceFile(file);
    if (source) visit(source);
  }
  return replies;
}
