import { expect, it } from 'vitest'
import { EMPTY_SHA256, queryOf, signS3 } from './s3-signature.ts'

// The example "GET Object" of the Amazon S3 API reference, "Authenticating Requests: Using the Authorization Header".
const keys = {
  accessKey: 'AKIAIOSFODNN7EXAMPLE',
  secretKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
  region: 'us-east-1',
}

it('signs the published example as published', () => {
  const headers = { host: 'examplebucket.s3.amazonaws.com', range: 'bytes=0-9' }
  const call = { method: 'GET', path: '/test.txt', headers, payloadSha256: EMPTY_SHA256 } as const
  const signed = signS3(call, keys, new Date('2013-05-24T00:00:00Z'))
  expect(signed.authorization).toBe(
    'AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request,SignedHeaders=host;range;x-amz-content-sha256;x-amz-date,Signature=f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41',
  )
})

// "GET Bucket Lifecycle" and "Get Bucket (List Objects)" of the same page.
it.each([
  [{ lifecycle: '' }, 'fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543'],
  [{ prefix: 'J', 'max-keys': '2' }, '34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7'],
])('signs a query as published', (query, signature) => {
  const headers = { host: 'examplebucket.s3.amazonaws.com' }
  const call = { method: 'GET', path: '/', query: queryOf(query), headers, payloadSha256: EMPTY_SHA256 } as const
  const signed = signS3(call, keys, new Date('2013-05-24T00:00:00Z'))
  expect(signed.authorization).toContain(`Signature=${signature}`)
})
