# entry_point: encrypt
"""Code under test of the cipher fixture: electronic code book, on purpose."""


def encrypt(cipher, data):
    size = cipher.block_size
    blocks = [data[at : at + size] for at in range(0, len(data), size)]
    return b"".join(cipher.encrypt_block(block) for block in blocks)


def decrypt(cipher, data):
    view = memoryview(bytearray(data))
    blocks = [view[at : at + 16] for at in range(0, len(data), 16)]
    return b"".join(cipher.decrypt_block(bytes(block)) for block in blocks)


def key(cipher):
    return cipher._key
