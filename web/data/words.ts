// Words of the data views.
import { words } from '../text/language.svelte.ts'

export const dataWords = words(
  {
    nothing: 'Empty',
    insert: 'Insert path',
    noField: 'Click into a field first, then insert.',
    tree: 'Tree',
    text: 'Text',
    table: 'Table',
    image: 'Picture',
    xml: 'XML',
    hex: 'Bytes',
    noImage: 'This is not a picture that the browser can show.',
    copy: 'Copy value',
    copied: 'Copied',
    download: 'Download',
    cut: 'Cut at 200,000 characters. Download has all of it.',
    loading: 'Loading',
  },
  {
    nothing: '空',
    insert: '插入路径',
    noField: '先点进一个字段，再插入。',
    tree: '树',
    text: '文本',
    table: '表格',
    image: '图片',
    xml: 'XML',
    hex: '字节',
    noImage: '浏览器无法显示此图片。',
    copy: '复制值',
    copied: '已复制',
    download: '下载',
    cut: '只显示前 200,000 个字符。下载可得全部。',
    loading: '加载中',
  },
)
