import { renderToString } from 'react-dom/server'
import { message } from './message.js'

process.stdout.write(renderToString(message))
