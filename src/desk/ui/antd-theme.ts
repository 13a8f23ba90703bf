import { type ThemeConfig, theme } from 'antd'

/** antd in the desk's own ink: our tokens, no shadows of its own, no hashes in class names. */
export function themeOf(isDark: boolean): ThemeConfig {
  return {
    hashed: false,
    cssVar: { key: 'zf' },
    algorithm: isDark ? theme.darkAlgorithm : theme.defaultAlgorithm,
    token: {
      colorPrimary: isDark ? '#6cc3d1' : '#0b5c6b',
      colorError: isDark ? '#ee8176' : '#a32018',
      colorBgContainer: isDark ? '#14171a' : '#fbfaf7',
      colorBorder: isDark ? '#989a98' : '#646b74',
      colorTextPlaceholder: isDark ? '#989a98' : '#646b74',
      fontFamily: 'var(--hei)',
      fontSize: 16,
      borderRadius: 3,
      controlHeight: 44,
      motion: false,
    },
  }
}
