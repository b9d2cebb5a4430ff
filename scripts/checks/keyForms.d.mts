/** Gives a program for each way in which it may hold a text; each gives the text to a function `f`. */
export function keyForms(
  text: string,
): readonly { readonly form: string; readonly script: string }[]
