/** The server may talk to Claude, and knows the key. */
export async function POST(request) {
  return fetch('https://api.anthropic.com/v1/messages', {
    method: 'POST',
    headers: {
      'x-api-key': process.env.ANTHROPIC_API_KEY ?? '',
      'anthropic-version': '2023-06-01',
    },
    body: request.body,
    duplex: 'half',
  })
}
