// Aggregation: three suppliers in three formats, asked at once; money stays decimal; who is down is answered by the cache.
import type { Template } from '../../model/template.ts'

const template: Template = {
  id: 'aggregate',
  name: { en: 'Three suppliers → one price list', zh: '三家供应商 → 一张价格表' },
  summary: {
    en: 'JSON, XML and CSV asked at once, joined by article in one currency; the cache answers for who is down.',
    zh: '同时读取 JSON、XML、CSV，按商品合并为同一币种；有一方故障时由缓存应答。',
  },
}
export default template
