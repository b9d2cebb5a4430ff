/** The API's limit on a request body: 32 MB. */
export const maxBodyBytes = 32 * 1024 * 1024
