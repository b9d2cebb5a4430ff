/**
 * Gives the names that a declaration file exports, sorted. It knows the forms of this project's index files and of what
 * tsc writes for them; `export *` is refused, since it hides which names are public.
 * @param {string} declarations the text of a `.d.ts` file
 * @param {string} file its name, for the error
 * @returns {readonly string[]}
 */
export function declaredNames(declarations, file) {
  const text = declarations.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '')
  if (/^\s*export\s*\*/m.test(text)) {
    throw new Error(`${file} has an \`export *\`, expected each public name by itself`)
  }
  const lists = [...text.matchAll(/^\s*export\s+(?:type\s+)?\{([^}]*)\}/gm)].flatMap(([, names]) =>
    (names ?? '').split(',').map((entry) => entry.trim().split(/\s+/).at(-1) ?? ''),
  )
  const declared = [...text.matchAll(declaration)].map(([, name]) => name ?? '')
  const standard = /^\s*export\s+default\b/m.test(text) ? ['default'] : []
  const names = [...lists, ...declared, ...standard].filter((name) => name !== '')
  return [...new Set(names)].toSorted()
}

const declaration =
  /^\s*export\s+(?:declare\s+)?(?:abstract\s+)?(?:function|const|let|class|type|interface|enum|namespace)\s+([\w$]+)/gm
