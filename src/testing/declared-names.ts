import type { ESTree } from 'vite';

/** The names that a parameter, a declaration's left side or a part of one declares. */
export function declaredNames(
  pattern: ESTree.ParamPattern | ESTree.BindingRestElement | null,
): readonly string[] {
  switch (pattern?.type) {
    case undefined:
      return [];
    case 'Identifier':
      return [pattern.name];
    case 'AssignmentPattern':
      return declaredNames(pattern.left);
    case 'RestElement':
      return declaredNames(pattern.argument);
    case 'ArrayPattern':
      return pattern.elements.flatMap(declaredNames);
    case 'ObjectPattern':
      return pattern.properties.flatMap((each) =>
        declaredNames(each.type === 'RestElement' ? each.argument : each.value),
      );
    case 'TSParameterProperty':
      return declaredNames(pattern.parameter);
  }
}
