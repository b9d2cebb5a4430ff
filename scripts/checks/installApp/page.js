import '@glovebox/react/styles.css'
import { createRoot } from 'react-dom/client'
import { message } from './message.js'

createRoot(document.getElementById('root')).render(message)
