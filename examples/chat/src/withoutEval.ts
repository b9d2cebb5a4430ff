import * as z from 'zod'

// The page's Content-Security-Policy forbids code made from strings, which zod would try as soon as a schema is made.
// This file is therefore the first that main.tsx imports.
z.config({ jitless: true })
