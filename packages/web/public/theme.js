// The theme chosen by hand, if one was (src/shell/theme.ts writes it); otherwise the system's.
try {
  const theme = localStorage.getItem('foreword.theme')
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme
} catch {
  // storage is forbidden here: the system's theme it is
}
