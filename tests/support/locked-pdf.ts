/** One page, made by Ghostscript and encrypted with 128 bits; it opens with the password `u`. */
const LOCKED = [
  'JVBERi0xLjQKJcfsj6IKJSVJbnZvY2F0aW9uOiBncyAtcSAtZE5PUEFVU0UgLWRCQVRDSCAtc0RFVklDRT1wZGZ3cml0ZSAtc093bmVyUGFzc3dv',
  'cmQ9PyAtc1VzZXJQYXNzd29yZD0/IC1kRW5jcnlwdGlvblI9MyAtZEtleUxlbmd0aD0xMjggLWRDb21wYXRpYmlsaXR5TGV2ZWw9MS40IC1zT3V0',
  'cHV0RmlsZT0/ID8KNSAwIG9iago8PC9MZW5ndGggNiAwIFIvRmlsdGVyIC9GbGF0ZURlY29kZT4+CnN0cmVhbQriKDmfVNibAMRYWGIqwMXIgNL1',
  'Wy0mGNjr27Elos3MKD3mUG2Huj1m4vwi9J5BVG75VF0bFCHx+AlIgp0l1xDt6W0OVgGho8thSLUCVmVuZHN0cmVhbQplbmRvYmoKNiAwIG9iago3',
  'NwplbmRvYmoKNCAwIG9iago8PC9UeXBlL1BhZ2UvTWVkaWFCb3ggWzAgMCA1OTUgODQyXQovUm90YXRlIDAvUGFyZW50IDMgMCBSCi9SZXNvdXJj',
  'ZXM8PC9Qcm9jU2V0Wy9QREYgL1RleHRdCi9Gb250IDggMCBSCj4+Ci9Db250ZW50cyA1IDAgUgo+PgplbmRvYmoKMyAwIG9iago8PCAvVHlwZSAv',
  'UGFnZXMgL0tpZHMgWwo0IDAgUgpdIC9Db3VudCAxCj4+CmVuZG9iagoxIDAgb2JqCjw8L1R5cGUgL0NhdGFsb2cgL1BhZ2VzIDMgMCBSCi9NZXRh',
  'ZGF0YSA5IDAgUgo+PgplbmRvYmoKOCAwIG9iago8PC9SNwo3IDAgUj4+CmVuZG9iago3IDAgb2JqCjw8L0Jhc2VGb250L0hlbHZldGljYS9UeXBl',
  'L0ZvbnQKL1N1YnR5cGUvVHlwZTE+PgplbmRvYmoKOSAwIG9iago8PC9UeXBlL01ldGFkYXRhCi9TdWJ0eXBlL1hNTC9MZW5ndGggMTE3Mz4+c3Ry',
  'ZWFtCjw/eHBhY2tldCBiZWdpbj0n77u/JyBpZD0nVzVNME1wQ2VoaUh6cmVTek5UY3prYzlkJz8+Cjw/YWRvYmUteGFwLWZpbHRlcnMgZXNjPSJD',
  'UkxGIj8+Cjx4OnhtcG1ldGEgeG1sbnM6eD0nYWRvYmU6bnM6bWV0YS8nIHg6eG1wdGs9J1hNUCB0b29sa2l0IDIuOS4xLTEzLCBmcmFtZXdvcmsg',
  'MS42Jz4KPHJkZjpSREYgeG1sbnM6cmRmPSdodHRwOi8vd3d3LnczLm9yZy8xOTk5LzAyLzIyLXJkZi1zeW50YXgtbnMjJyB4bWxuczppWD0naHR0',
  'cDovL25zLmFkb2JlLmNvbS9pWC8xLjAvJz4KPHJkZjpEZXNjcmlwdGlvbiByZGY6YWJvdXQ9IiIgeG1sbnM6cGRmPSdodHRwOi8vbnMuYWRvYmUu',
  'Y29tL3BkZi8xLjMvJyBwZGY6UHJvZHVjZXI9J0dQTCBHaG9zdHNjcmlwdCAxMC4wMC4wJy8+CjxyZGY6RGVzY3JpcHRpb24gcmRmOmFib3V0PSIi',
  'IHhtbG5zOnhtcD0naHR0cDovL25zLmFkb2JlLmNvbS94YXAvMS4wLyc+PHhtcDpNb2RpZnlEYXRlPjIwMjYtMTEtMjJUMDY6MzI6MDFaPC94bXA6',
  'TW9kaWZ5RGF0ZT4KPHhtcDpDcmVhdGVEYXRlPjIwMjYtMTEtMjJUMDY6MzI6MDFaPC94bXA6Q3JlYXRlRGF0ZT4KPHhtcDpDcmVhdG9yVG9vbD5V',
  'bmtub3duQXBwbGljYXRpb248L3htcDpDcmVhdG9yVG9vbD48L3JkZjpEZXNjcmlwdGlvbj4KPHJkZjpEZXNjcmlwdGlvbiByZGY6YWJvdXQ9IiIg',
  'eG1sbnM6eGFwTU09J2h0dHA6Ly9ucy5hZG9iZS5jb20veGFwLzEuMC9tbS8nIHhhcE1NOkRvY3VtZW50SUQ9J3V1aWQ6Zjk4Njc4OGItMWU1YS0x',
  'MWZkLTAwMDAtODhiNzdiZmRhMjdjJy8+CjxyZGY6RGVzY3JpcHRpb24gcmRmOmFib3V0PSIiIHhtbG5zOmRjPSdodHRwOi8vcHVybC5vcmcvZGMv',
  'ZWxlbWVudHMvMS4xLycgZGM6Zm9ybWF0PSdhcHBsaWNhdGlvbi9wZGYnPjxkYzp0aXRsZT48cmRmOkFsdD48cmRmOmxpIHhtbDpsYW5nPSd4LWRl',
  'ZmF1bHQnPlVudGl0bGVkPC9yZGY6bGk+PC9yZGY6QWx0PjwvZGM6dGl0bGU+PC9yZGY6RGVzY3JpcHRpb24+CjwvcmRmOlJERj4KPC94OnhtcG1l',
  'dGE+CiAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgIAogICAgICAg',
  'ICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAKPD94cGFja2V0IGVuZD0ndyc/',
  'PgplbmRzdHJlYW0KZW5kb2JqCjIgMCBvYmoKPDwvUHJvZHVjZXIoXDMzN1wyMDVcMzE1XDI0N19cMjI0XDMzNFtlLVwyNzNcMzQwMSdcMjExXDI1',
  'NVwyNTNcMDI0XDMzM1wyMDJcMDM3XDI0NlwzMTApCi9DcmVhdGlvbkRhdGUoXDMzNFwzNTdcMjYzXDI2NypcMzEyXDIwMlwwMzEjbFwzNTBcMjQ0',
  'a2VcMzE1XDI3NFwzMDBcMDI0XDMwNVwyMjVcMDM3XDI3MFwzMzcpCi9Nb2REYXRlKFwzMzRcMzU3XDI2M1wyNjcqXDMxMlwyMDJcMDMxI2xcMzUw',
  'XDI0NGtlXDMxNVwyNzRcMzAwXDAyNFwzMDVcMjI1XDAzN1wyNzBcMzM3KT4+ZW5kb2JqCjEwIDAgb2JqCjw8L0ZpbHRlciAvU3RhbmRhcmQgL1Yg',
  'MiAvTGVuZ3RoIDEyOCAvUiAzIC9QIDQyOTQ5NjcyOTIgL08gKCovXG4ZkBksYBFHML3NOfN4XCilPImjQN1HPIVcKZ3FJY4cKQovVSAobXhnffy2',
  'HYQ9lNBBEliBmlwov05eTnWKQWQATlb/+gEIKT4+CmVuZG9iagp4cmVmCjAgMTEKMDAwMDAwMDAwMCA2NTUzNSBmIAowMDAwMDAwNTQ1IDAwMDAw',
  'IG4gCjAwMDAwMDE5NTEgMDAwMDAgbiAKMDAwMDAwMDQ4NiAwMDAwMCBuIAowMDAwMDAwMzQ1IDAwMDAwIG4gCjAwMDAwMDAxODAgMDAwMDAgbiAK',
  'MDAwMDAwMDMyNyAwMDAwMCBuIAowMDAwMDAwNjM4IDAwMDAwIG4gCjAwMDAwMDA2MDkgMDAwMDAgbiAKMDAwMDAwMDcwMiAwMDAwMCBuIAowMDAw',
  'MDAyMjM2IDAwMDAwIG4gCnRyYWlsZXIKPDwgL1NpemUgMTEgL1Jvb3QgMSAwIFIgL0luZm8gMiAwIFIKL0lEIFs8MjZBREQ4MEFCNTQwQzAyOEUx',
  'MEU4MTMxNzFDMDkwOTc+PDI2QUREODBBQjU0MEMwMjhFMTBFODEzMTcxQzA5MDk3Pl0KL0VuY3J5cHQgMTAgMCBSID4+CnN0YXJ0eHJlZgoyMzkw',
  'CiUlRU9GCg==',
]

export const lockedPdf = (): Buffer => Buffer.from(LOCKED.join(''), 'base64')

const ENTRY = 4

/** The same file with a stream in the place of its table and trailer, as newer programs write it. */
export function withTableAsStream(pdf: Buffer): Buffer {
  const text = pdf.toString('latin1')
  const at = text.lastIndexOf('\nxref') + 1
  const offsets = [...text.slice(at).matchAll(/^(\d{10}) \d{5} n/gm)].map(([, offset]) => Number(offset))
  const table = Buffer.alloc(ENTRY * (offsets.length + 2))
  for (const [index, offset] of [...offsets, at].entries()) {
    table.writeUInt8(1, ENTRY * (index + 1))
    table.writeUInt16BE(offset, ENTRY * (index + 1) + 1)
  }
  const size = offsets.length + 2
  const said = /trailer\s*<<\s*\/Size \d+([\s\S]*?)>>\s*startxref/.exec(text)?.[1] ?? ''
  const head = `${size - 1} 0 obj\n<< /Type /XRef /W [1 2 1] /Size ${size} /Length ${table.length}${said}>>\nstream\n`
  const parts = [pdf.subarray(0, at), head, table, `\nendstream\nendobj\nstartxref\n${at}\n%%EOF\n`]
  return Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : part)))
}
