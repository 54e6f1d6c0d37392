// Signatures against the vectors that vendors publish.
import { expect, test } from 'vitest'
import { authorize } from '../../../connectors-browser/auth/tc3.ts'
import { signature as baidu } from '../../../connectors-browser/auth/baidu-translate.ts'
import { signature as dingtalk } from '../../../connectors-browser/auth/dingtalk-robot.ts'
import { createHmac } from 'node:crypto'

test('TC3-HMAC-SHA256: the worked example of cloud.tencent.com/document/api/213/30654', async () => {
  const body = '{"Limit": 1, "Filters": [{"Values": ["\\u672a\\u547d\\u540d"], "Name": "instance-name"}]}'
  const headers = await authorize({
    method: 'POST',
    url: new URL('https://cvm.tencentcloudapi.com/'),
    contentType: 'application/json; charset=utf-8',
    body: new TextEncoder().encode(body),
    service: 'cvm',
    seconds: 1551113065,
    secretId: 'AKIDz8krbsJ5yKBZQpn74WFkmLPx3*******',
    secretKey: 'Gu5t9xGARNpq86cd98joQYCN3*******',
  })
  expect(Object.fromEntries(headers)).toEqual({
    Authorization:
      'TC3-HMAC-SHA256 Credential=AKIDz8krbsJ5yKBZQpn74WFkmLPx3*******/2019-02-25/cvm/tc3_request, ' +
      'SignedHeaders=content-type;host, Signature=2230eefd229f582d8b1b891af7107b91597240707d778ab3738f756258d7652c',
    'X-TC-Timestamp': '1551113065',
  })
})

test('Baidu Translate: the worked example of fanyi-api.baidu.com/doc/21', async () => {
  expect(await baidu('2015063000000001', 'apple', '1435660288', '12345678')).toBe(
    'f89f9594663708c1605f3d736d01d2d4',
  )
})

test('DingTalk robot: HMAC-SHA256 of time and secret under the secret', async () => {
  const expected = createHmac('sha256', 'SECabc').update('1577262236757\nSECabc').digest('base64')
  expect(await dingtalk('1577262236757', 'SECabc')).toBe(expected)
})
