# Numbers of the errors of an operating system: DataWay has none of its own, scripts compare with them.
EPERM, ENOENT, EINTR, EIO, EBADF, EAGAIN, ENOMEM, EACCES, EEXIST, ENODEV = 1, 2, 4, 5, 9, 11, 12, 13, 17, 19
ENOTDIR, EISDIR, EINVAL, ENOSPC, EPIPE, ETIMEDOUT, ECONNREFUSED, ECONNRESET = 20, 21, 22, 28, 32, 110, 111, 104
errorcode = {
    1: 'EPERM', 2: 'ENOENT', 4: 'EINTR', 5: 'EIO', 9: 'EBADF', 11: 'EAGAIN', 12: 'ENOMEM', 13: 'EACCES', 17: 'EEXIST',
    19: 'ENODEV', 20: 'ENOTDIR', 21: 'EISDIR', 22: 'EINVAL', 28: 'ENOSPC', 32: 'EPIPE', 104: 'ECONNRESET',
    110: 'ETIMEDOUT', 111: 'ECONNREFUSED',
}
