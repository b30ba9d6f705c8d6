fun greet (name: string): void
