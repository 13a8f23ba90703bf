import { afterAll, expect, test } from 'vitest'
import { everythingPreserved, everythingSeized, lapsed } from '../../../../tests/support/custody-road.ts'
import { fillAll } from '../../../../tests/support/filled-documents.ts'
import { done, LawOffice } from '../../../../tests/support/law-office.ts'
import { grant, issueLicence, toDecision } from '../../../../tests/support/licence-steps.ts'
import { deliverAll, finish, reach, review } from '../../../../tests/support/penalty-steps.ts'
import { proposeTransfer, sendToPolice } from '../../../../tests/support/transfer-steps.ts'
import { shippedFontFolders } from './font-folders.ts'
import { openTypesetter } from './typesetter.ts'

const typesetter = openTypesetter({ fontFolders: shippedFontFolders() })
afterAll(() => typesetter.close())

function punished(): LawOffice {
  const office = reach(new LawOffice(), 'decision')
  done(office.take('lin', 'back-to-draft'))
  review(office)
  done(office.take('lin', 'go-to-decision'))
  done(office.take('lin', 'decide'))
  done(office.agree('wu'))
  finish(office)
  return office
}

function licensed(): LawOffice {
  const office = new LawOffice()
  toDecision(office)
  grant(office)
  deliverAll(office)
  done(issueLicence(office))
  return office
}

test.each([
  ['an ordinary penalty', punished],
  ['a licence', licensed],
  ['a transfer', () => sendToPolice(proposeTransfer(new LawOffice()))],
  ['a seizure', everythingSeized],
  ['a preservation with samples', everythingPreserved],
  ['a preservation that lapsed', lapsed],
])('every paper of %s can be typeset as it is filled', async (_case, drive) => {
  for (const data of fillAll(drive())) {
    const { pageCount } = await typesetter.typeset(data)
    expect(pageCount, data.document.code).toBeLessThan(5)
  }
})
