'use client'

import { Component, Suspense, type ReactNode } from 'react'

interface BlockBoundaryProps {
  /** Changes when what is drawn changes, and gives it another try. */
  readonly resetKey: unknown
  readonly fallback: ReactNode
  /** What throws or waits on a server is met too. Only what an app draws can; default true. */
  readonly onServer?: boolean
  readonly children?: ReactNode
}

interface BlockBoundaryState {
  /** What was being drawn when it failed; undefined while nothing has. */
  readonly failed: { readonly key: unknown } | undefined
}

/**
 * Draws the fallback where a component below throws, so that one block never takes the app down.
 * A class, since React catches errors in no other way; Suspense does the same on the server.
 */
export class BlockBoundary extends Component<BlockBoundaryProps, BlockBoundaryState> {
  override state: BlockBoundaryState = { failed: undefined }

  static getDerivedStateFromError(): { hasFailed: true } {
    return { hasFailed: true }
  }

  static getDerivedStateFromProps(
    props: BlockBoundaryProps,
    state: BlockBoundaryState & { hasFailed?: boolean },
  ): (BlockBoundaryState & { hasFailed: boolean }) | null {
    if (state.hasFailed === true) return { hasFailed: false, failed: { key: props.resetKey } }
    if (state.failed === undefined || state.failed.key === props.resetKey) return null
    return { hasFailed: false, failed: undefined }
  }

  override render(): ReactNode {
    const { fallback, children, onServer = true } = this.props
    if (this.state.failed !== undefined) return fallback
    if (!onServer) return children
    return <Suspense fallback={fallback}>{children}</Suspense>
  }
}
