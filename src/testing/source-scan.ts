import { parseSync, Visitor } from 'vite';
import { declaredNames } from './declared-names.ts';

/** One import, re-export or `import()` of a source file. */
interface SourceImport {
  /** As written between the quotes. */
  readonly specifier: string;
  /** True when it is gone after compilation. */
  readonly typeOnly: boolean;
  /** Loaded when it is called for, by `import()`. */
  readonly later?: true;
}

/** A function that a source file exports. */
interface ExportedFunction {
  readonly name: string;
  /** The named types of its parameters, as written; a parameter of another type is `?`. */
  readonly takes: readonly string[];
}

/** What a source file reaches for. */
export interface SourceScan {
  readonly imports: readonly SourceImport[];
  /**
   * Names that the file does not declare and that are called, constructed, read from or taken apart: `fetch`, `Date`,
   * `Date.now`, `new Date()`.
   */
  readonly uses: ReadonlySet<string>;
  readonly functions: readonly ExportedFunction[];
}

/** Reads a TypeScript file with the build's own parser; throws on a file that does not parse. */
export function scanSource(file: string, source: string): SourceScan {
  const { module, program, errors } = parseSync(file, source);
  if (errors.length > 0) throw new Error(`"${file}" does not parse: ${errors[0]?.message}`);
  const imports: SourceImport[] = [
    ...module.staticImports.map(({ moduleRequest, entries }) => ({
      specifier: moduleRequest.value,
      typeOnly: entries.length > 0 && entries.every(({ isType }) => isType),
    })),
    ...module.staticExports.flatMap(({ entries }) => {
      const specifiers = new Set(entries.map(({ moduleRequest }) => moduleRequest?.value));
      return [...specifiers].flatMap((specifier) => {
        if (specifier === undefined) return [];
        const from = entries.filter(({ moduleRequest }) => moduleRequest?.value === specifier);
        return [{ specifier, typeOnly: from.every(({ isType }) => isType) }];
      });
    }),
  ];
  const functions: ExportedFunction[] = [];
  const uses = new Set<string>();
  const declared = new Set<string>();
  const declare = (patterns: Parameters<typeof declaredNames>[0][]): void =>
    patterns.flatMap(declaredNames).forEach((name) => declared.add(name));
  new Visitor({
    ImportExpression: ({ source: from }) => {
      const specifier = from.type === 'Literal' ? String(from.value) : source.slice(from.start, from.end);
      imports.push({ specifier, typeOnly: false, later: true });
    },
    TSImportType: ({ source: from }) => void imports.push({ specifier: from.value, typeOnly: true }),
    ExportNamedDeclaration: ({ declaration }) => {
      if (declaration?.type !== 'FunctionDeclaration') return;
      const takes = declaration.params.map((each) => {
        const type = 'typeAnnotation' in each ? each.typeAnnotation?.typeAnnotation : undefined;
        return type?.type === 'TSTypeReference' ? source.slice(type.start, type.end) : '?';
      });
      functions.push({ name: declaration.id?.name ?? '', takes });
    },
    MemberExpression: ({ object, property }) => {
      if (object.type !== 'Identifier') return;
      uses.add(object.name);
      if (property.type === 'Identifier') uses.add(`${object.name}.${property.name}`);
    },
    FunctionDeclaration: ({ params }) => declare(params),
    FunctionExpression: ({ params }) => declare(params),
    ArrowFunctionExpression: ({ params }) => declare(params),
    VariableDeclarator: ({ id, init }) => {
      declare([id]);
      if (init?.type === 'Identifier') uses.add(init.name);
    },
    CallExpression: ({ callee }) => {
      if (callee.type === 'Identifier') uses.add(callee.name);
    },
    NewExpression: ({ callee, arguments: given }) => {
      if (callee.type !== 'Identifier') return;
      uses.add(callee.name);
      if (given.length === 0) uses.add(`new ${callee.name}()`);
    },
  }).visit(program);
  const isForeign = (name: string): boolean => !declared.has(name.split('.')[0] ?? '');
  return { imports, functions, uses: new Set([...uses].filter(isForeign)) };
}
