# Padding of data to whole blocks.

__all__ = ['pad', 'unpad']


def pad(data_to_pad, block_size, style='pkcs7'):
    """Bytes filled up to whole blocks (PKCS #7)."""
    n = block_size - len(data_to_pad) % block_size
    if style == 'pkcs7':
        return data_to_pad + bytes([n]) * n
    if style == 'x923':
        return data_to_pad + bytes(n - 1) + bytes([n])
    if style == 'iso7816':
        return data_to_pad + b'\x80' + bytes(n - 1)
    raise ValueError('Unknown padding style')


def unpad(padded_data, block_size, style='pkcs7'):
    """The bytes without what filled them up."""
    length = len(padded_data)
    if length == 0:
        raise ValueError('Zero-length input cannot be unpadded')
    if length % block_size:
        raise ValueError('Input data is not padded')
    if style in ('pkcs7', 'x923'):
        n = padded_data[-1]
        if n < 1 or n > min(block_size, length):
            raise ValueError('Padding is incorrect.')
        if style == 'pkcs7' and padded_data[-n:] != bytes([n]) * n:
            raise ValueError('PKCS#7 padding is incorrect.')
        if style == 'x923' and padded_data[-n:-1] != bytes(n - 1):
            raise ValueError('ANSI X.923 padding is incorrect.')
    elif style == 'iso7816':
        n = length - padded_data.rfind(b'\x80')
        if n < 1 or n > min(block_size, length):
            raise ValueError('Padding is incorrect.')
        if n > 1 and padded_data[1 - n:] != bytes(n - 1):
            raise ValueError('ISO 7816-4 padding is incorrect.')
    else:
        raise ValueError('Unknown padding style')
    return padded_data[:-n]
