'use client'

import type { Policy } from '@glovebox/markdown'
import type { ContentBlock } from '@glovebox/schema/protocol'
import { useMemo, useState } from 'react'
import type { Components } from 'react-markdown'
import { groupBlocks } from './groupBlocks.js'
import { LinkGuard } from './LinkGuard.js'
import { MessageGroup } from './MessageGroup.js'
import { SettingsContext, useSettings } from './settings.js'
import type { ToolView } from './toolView.js'
import type { OnBlocked } from './useFindings.js'

/** The props of `SafeMessage`. */
export interface SafeMessageProps {
  /** The Messages API's content of one message. */
  readonly content: string | readonly ContentBlock[]
  /** The message still grows; only its last block is unfinished. */
  readonly streaming?: boolean | undefined
  /** Cards for tool calls, made by `toolView`. */
  readonly tools?: readonly ToolView[] | undefined
  readonly policy?: Policy | undefined
  readonly components?: Components | undefined
  readonly onBlocked?: OnBlocked | undefined
}

const noTools: readonly ToolView[] = []

/** Draws a message of the Messages API, block by block, each kind as the untrusted data it is. */
export function SafeMessage(props: SafeMessageProps) {
  const { content, streaming = false, tools = noTools, components, onBlocked } = props
  const outer = useSettings(props.policy)
  const [ownHosts] = useState(() => new Set<string>())
  const settings = useMemo(
    () => ({ ...outer, rememberedHosts: outer.rememberedHosts ?? ownHosts }),
    [outer, ownHosts],
  )
  const groups = useMemo(() => groupBlocks(content), [content])
  return (
    <SettingsContext.Provider value={settings}>
      <LinkGuard name="glovebox-message" policy={settings.policy}>
        {groups.map((group, index) => (
          <MessageGroup
            key={index}
            group={group}
            open={streaming && index === groups.length - 1}
            tools={tools}
            components={components}
            onBlocked={onBlocked}
          />
        ))}
      </LinkGuard>
    </SettingsContext.Provider>
  )
}
