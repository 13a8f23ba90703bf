export { refuseUnreviewed } from './refuse-unreviewed.ts'
