'use client'

import { Component, Suspense, type ReactNode } from 'react'

interface BlockBoundaryProps {
  /** Changes when what is drawn changes, and gives it another try. */
  readonly resetKey: string
  readonly fallback: ReactNode
  readonly children?: ReactNode
}

interface BlockBoundaryState {
  readonly failedKey: string | undefined
}

/**
 * Draws the fallback where a component below throws, so that one block never takes the app down.
 * A class, since React catches errors in no other way; Suspense does the same on the server.
 */
export class BlockBoundary extends Component<BlockBoundaryProps, BlockBoundaryState> {
  override state: BlockBoundaryState = { failedKey: undefined }

  static getDerivedStateFromError(): { hasFailed: true } {
    return { hasFailed: true }
  }

  static getDerivedStateFromProps(
    props: BlockBoundaryProps,
    state: BlockBoundaryState & { hasFailed?: boolean },
  ): (BlockBoundaryState & { hasFailed: boolean }) | null {
    if (state.hasFailed === true) return { hasFailed: false, failedKey: props.resetKey }
    if (state.failedKey === undefined || state.failedKey === props.resetKey) return null
    return { hasFailed: false, failedKey: undefined }
  }

  override render(): ReactNode {
    const { fallback, children } = this.props
    if (this.state.failedKey !== undefined) return fallback
    return <Suspense fallback={fallback}>{children}</Suspense>
  }
}
