// biome-ignore lint/suspicious/noEmptyInterface: written by `zhaofa migrate --write-schema`
export interface DB {}
