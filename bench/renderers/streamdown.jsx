import { Streamdown } from 'streamdown'

export function Answer({ text, streaming }) {
  return (
    <Streamdown mode={streaming ? 'streaming' : 'static'} isAnimating={streaming}>
      {text}
    </Streamdown>
  )
}
