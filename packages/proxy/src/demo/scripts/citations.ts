import type { DemoScript } from '../script.js'

const guide = 'https://bread.example/sourdough'
const survey = 'https://markets.example/morning-trade'

/** A web search, its results, and an answer that cites them and a document. */
export const citations: DemoScript = {
  name: 'citations',
  title: 'An answer with citations',
  prompt: 'What do the sources say about sourdough?',
  kind: 'answer',
  reply: {
    type: 'message',
    blocks: [
      {
        type: 'server_tool_use',
        id: 'srvtoolu_01DemoSearch',
        name: 'web_search',
        unsafeJson: '{"query": "sourdough proving time small bakery"}',
      },
      {
        type: 'whole',
        block: {
          type: 'web_search_tool_result',
          tool_use_id: 'srvtoolu_01DemoSearch',
          content: [
            {
              type: 'web_search_result',
              title: 'Sourdough, slowly',
              url: guide,
              encrypted_content: 'RGVtbyBjb250ZW50',
              page_age: '3 weeks ago',
            },
            {
              type: 'web_search_result',
              title: 'Morning trade in market towns',
              url: survey,
              encrypted_content: 'RGVtbyBjb250ZW50IDI=',
              page_age: null,
            },
          ],
        },
      },
      {
        type: 'text',
        parts: [
          'A long, cold rise is worth the wait: ',
          'loaves that prove for 16 hours keep fresh two days longer',
          {
            citation: {
              type: 'web_search_result_location',
              cited_text: 'After 16 hours in the cold the loaves kept fresh for two more days.',
              url: guide,
              title: 'Sourdough, slowly',
              encrypted_index: 'RGVtbyBpbmRleA==',
            },
          },
          '. Most of them are sold before nine in the morning',
          {
            citation: {
              type: 'web_search_result_location',
              cited_text: 'Seven loaves in ten are sold before nine.',
              url: survey,
              title: 'Morning trade in market towns',
              encrypted_index: 'RGVtbyBpbmRleCAy',
            },
          },
          ', and your own notes say the same of Saturdays',
          {
            citation: {
              type: 'char_location',
              cited_text: 'Saturday: sold out at 8:40.',
              document_index: 0,
              document_title: 'Shop diary',
              start_char_index: 118,
              end_char_index: 145,
              file_id: null,
            },
          },
          '.',
        ],
      },
    ],
  },
}
