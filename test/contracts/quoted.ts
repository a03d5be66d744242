/** Values with four decimals in a text; what pages state about the reference batch, and tests prove. */
export function numbersIn(text: string): string[] {
  return text.match(/-?\d+\.\d{4}/g) ?? []
}

/** Messages between double quotes, as patterns: `…` stands for anything. */
export function messagesIn(text: string): RegExp[] {
  return [...text.matchAll(/"([^"]+)"/g)].map(([, message]) => new RegExp(message!.split('…').map(literally).join('.*')))
}

function literally(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
