// The files of node-forge add what they do to one object.
declare module 'node-forge/lib/forge.js' {
  const forge: object
  export default forge
}
declare module 'node-forge/lib/*.js'
