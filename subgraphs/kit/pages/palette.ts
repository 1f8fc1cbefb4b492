/** The colours of pages and e-mails. They come in pairs, dark on light and light on dark, each of a contrast above 4.5. */
export const palette = {
  light: { ground: '#eef3f4', paper: '#fff', ink: '#14262b', quiet: '#52666c', line: '#dbe4e6', accent: '#007b8f' },
  dark: { ground: '#0c1416', paper: '#142023', ink: '#e8f0f1', quiet: '#9db0b5', line: '#26363b', accent: '#5cc8d9' },
} as const;

/** The typefaces that are there already. */
export const typefaces = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'DejaVu Sans', sans-serif";
