// The kind of a drag that carries the DataWay text of a path from a data tree to a field.
export const PATH_DRAG = 'text/x-weft-path'
