import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          // Property tests take as long as the machine lets them; none of them measures time.
          testTimeout: 30_000,
          include: ['src/**/*.test.ts', 'tests/*.test.ts', 'tests/vectors/**/*.test.ts'],
          exclude: ['**/*.db.test.ts', 'node_modules/**'],
        },
      },
      {
        test: {
          name: 'db',
          include: ['src/**/*.db.test.ts', 'tests/{db,faults}/**/*.db.test.ts'],
          globalSetup: ['tests/support/database-setup.ts'],
          // What is waited for comes when the machine lets it; the default is one second.
          expect: { poll: { timeout: 15_000 } },
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'journeys',
          // Without it Chromium cannot open a file whose name is Chinese.
          env: { LC_ALL: 'C.UTF-8' },
          include: ['tests/{journeys,faults}/**/*.journey.test.ts'],
          globalSetup: ['tests/support/database-setup.ts'],
          fileParallelism: false,
          // Something on a screen may take a moment; a second is not it on a busy machine.
          expect: { poll: { timeout: 15_000 } },
          testTimeout: 180_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
})
