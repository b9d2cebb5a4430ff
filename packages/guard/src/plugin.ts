import { dirname, join, resolve } from 'node:path'
import { createUnplugin, type UnpluginInstance } from 'unplugin'
import { check } from './check.js'
import { readFolders, type FolderContents } from './readFolders.js'
import { writeReport } from './report.js'

/** What a build looks for besides the secrets of its environment and of `.env*`. */
export type GuardPluginOptions = {
  /** Where the env files and the allowlist are. Default: the working folder. */
  readonly folder?: string
  /** Env files besides `.env*` of the folder. */
  readonly envFiles?: readonly string[]
  /** Variables whose values are public on purpose. */
  readonly publicNames?: readonly string[]
  /** The allowlist, if not `.glovebox-guard.json` of the folder. */
  readonly allowlist?: string
}

/**
 * Fails a build that puts out a secret or a call of a model: `guard.vite()`, `.rollup()`, `.rolldown()`, `.webpack()`,
 * `.rspack()`, `.esbuild()`. It reads what was written; builds for a server and builds that watch are passed over.
 */
const guard: UnpluginInstance<GuardPluginOptions | undefined, false> = createUnplugin(
  (options: GuardPluginOptions | undefined = {}) => ({
    name: 'glovebox-guard',
    enforce: 'post',
    vite: {
      apply: 'build',
      writeBundle(output) {
        if (this.environment.config.consumer === 'server' || this.meta.watchMode) return
        // The whole folder: what lies in `public` is copied past the bundle.
        const failure = failureOf(readFolders([outputFolder(output)]), options)
        if (failure !== undefined) this.error(failure)
      },
    },
    rollup: {
      writeBundle(output, bundle) {
        const failure = this.meta.watchMode ? undefined : failureOfBundle(output, bundle, options)
        if (failure !== undefined) this.error(failure)
      },
    },
    rolldown: {
      writeBundle(output, bundle) {
        const failure = this.meta.watchMode ? undefined : failureOfBundle(output, bundle, options)
        if (failure !== undefined) this.error(failure)
      },
    },
    webpack: (compiler: Compiler) => checkCompiler(compiler, options),
    rspack: (compiler: Compiler) => checkCompiler(compiler, options),
    esbuild: {
      setup({ initialOptions, onEnd }) {
        if (initialOptions.platform === 'node') return
        const { absWorkingDir = process.cwd() } = initialOptions
        initialOptions.metafile = true
        onEnd(({ errors, outputFiles, metafile }) => {
          if (errors.length > 0) return undefined
          const paths = Object.keys(metafile?.outputs ?? {}).map((path) =>
            resolve(absWorkingDir, path),
          )
          const failure = failureOf(inMemory(outputFiles) ?? readFolders(paths), options)
          return failure === undefined ? undefined : { errors: [{ text: failure }] }
        })
      },
    },
  }),
)

/** What a bundler of Rollup's family tells of where it wrote. */
type Output = { readonly dir?: string | undefined; readonly file?: string | undefined }

/** What webpack and Rspack have in common, as far as it is needed. */
type Compiler = {
  readonly options: { readonly target?: unknown }
  readonly watchMode: boolean
  readonly outputPath: string
  readonly hooks: {
    readonly afterEmit: {
      readonly tap: (name: string, check: (compilation: Compilation) => void) => void
    }
  }
}
type Compilation = {
  readonly getAssets: () => readonly { readonly name: string }[]
  readonly errors: { push: (error: Error) => unknown }
}

function checkCompiler(compiler: Compiler, options: GuardPluginOptions): void {
  const { target } = compiler.options
  if (/node|electron-main/.test(String(target))) return
  compiler.hooks.afterEmit.tap('glovebox-guard', (compilation) => {
    if (compiler.watchMode) return
    // A query behind the name is no part of the file's.
    const names = compilation.getAssets().map(({ name }) => name.replace(/\?.*$/, ''))
    const paths = names.map((name) => join(compiler.outputPath, name))
    const failure = failureOf(readFolders(paths), options)
    if (failure !== undefined) compilation.errors.push(new Error(failure))
  })
}

function failureOfBundle(
  output: Output,
  bundle: object,
  options: GuardPluginOptions,
): string | undefined {
  const folder = outputFolder(output)
  return failureOf(readFolders(Object.keys(bundle).map((name) => join(folder, name))), options)
}

function outputFolder({ dir, file = '' }: Output): string {
  return resolve(dir ?? dirname(file))
}

/** What a build kept in memory; undefined for one that wrote files. */
function inMemory(
  outputFiles: readonly { readonly path: string; readonly contents: Uint8Array }[] | undefined,
): FolderContents | undefined {
  if (outputFiles === undefined || outputFiles.length === 0) return undefined
  const files = outputFiles.map(({ path, contents }) => ({ name: path, chunks: [contents] }))
  return { files, passedOver: [] }
}

/** The report of a check that found something. */
function failureOf(contents: FolderContents, options: GuardPluginOptions): string | undefined {
  const { folder = process.cwd(), envFiles = [], publicNames = [], allowlist } = options
  const { report, rules } = check(contents, {
    folder,
    environment: process.env,
    envFiles,
    publicNames,
    allowlist,
  })
  if (report.leaks.length === 0) return undefined
  return `Glovebox guard stops this build\n${writeReport(report, rules, 'text')}`
}

export default guard
