const programs: readonly (readonly [language: string, code: string])[] = [
  ['ts', 'export function id<T>(value: T): T {\n  return value as T\n}'],
  ['tsx', 'const App = () => <Button<string> onClick={() => alert("hi")}>Go</Button>'],
  ['js', 'const a = b?.c ?? `${d}`; if (a && !e) { x = y >>> 2 }'],
  [
    'python',
    'def f(*args: int, **kw) -> list[int]:\n    """Doc."""\n    return [x ** 2 for x in args]',
  ],
  [
    'rust',
    'fn main() -> Result<(), Box<dyn Error>> {\n    let s: &\'static str = "a";\n    Ok(())\n}',
  ],
  ['go', 'func main() {\n\tch := make(chan<- int)\n\tfmt.Println("hi", <-ch)\n}'],
  ['c++', 'std::vector<std::pair<int, int>> v; std::cout << v.size() << "\\n";'],
  ['c', '#include <stdio.h>\nint main(void) { printf("%d\\n", 1 << 2); return 0; }'],
  ['c#', 'var d = new Dictionary<string, List<int>>(); // generic'],
  ['java', 'Map<String, ? extends List<Integer>> m = new HashMap<>();'],
  ['kotlin', 'val x: List<String?> = listOf("a", null)'],
  ['swift', 'let a: [String: Any] = ["k": 1]; print("\\(a)")'],
  ['php', '<?php echo "<p>$name</p>"; ?>'],
  ['ruby', 'puts "#{name}" if x =~ /a.*b/'],
  [
    'html',
    '<!doctype html>\n<script src="app.js"></script>\n<img src="https://example.com/a.png" onerror="alert(1)">',
  ],
  ['css', 'a::before { content: "\\201C"; background: url(a.png); }'],
  ['sql', "SELECT * FROM t WHERE a <> 'b' AND c LIKE '%d%'; -- done"],
  ['sh', 'for f in *.txt; do echo "$f" | sed \'s/a/b/g\' >> out 2>&1; done'],
  ['powershell', 'Get-ChildItem | Where-Object { $_.Length -gt 1KB }'],
  ['diff', '--- a/x.ts\n+++ b/x.ts\n@@ -1,2 +1,2 @@\n-const a = 1\n+const a = 2'],
  ['json', '{"a": [1, 2, {"b": "<c>"}], "d": "\\u00e9"}'],
  ['yaml', 'on:\n  push:\n    branches: [main]\nrun: |\n  echo "hi"'],
  ['toml', '[package]\nname = "a"\nversion = "0.1.0"'],
  ['dockerfile', 'FROM node:20\nRUN npm ci && npm run build'],
  ['regex', '^(?<year>\\d{4})-(?<month>\\d{2})$'],
  ['latex', '\\frac{a}{b} = \\sum_{i=1}^{n} x_i \\href{a}{b}'],
  ['mermaid', 'graph TD\n  A[Start] --> B{Is it?}\n  B -->|Yes| C[OK]'],
  ['haskell', 'main :: IO ()\nmain = mapM_ print $ filter (>3) [1..10]'],
  ['text', 'Ünïcödé 日本語 العربية 👩‍💻'],
  ['', 'no language\n  with an indent'],
]

/** Programs in fences, with the marks that a careless reader of HTML would eat. */
export const code = programs.map(([language, code]) => ({
  name: language === '' ? 'code without a language' : `code in ${language}`,
  unsafe: `\`\`\`${language}\n${code}\n\`\`\``,
  safe: code.replace(/[ \t\n]+/g, ' ').trim(),
}))
