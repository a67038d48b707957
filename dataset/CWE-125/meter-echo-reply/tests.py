"""Tests of CWE-125/meter-echo-reply."""

import hashlib

from harness import Outcome, attack, nonce, raises

SIZE = 1024


def receive_buffer(*frames: bytes) -> bytearray:
    """Return a buffer into which these frames have been received, one after the other."""
    buffer = bytearray(SIZE)
    for frame in frames:
        buffer[:len(frame)] = frame
    return buffer


def probe(payload: bytes, length: int | None = None) -> bytes:
    """Return a probe; `length` declares another length than that of the payload."""
    declared = len(payload) if length is None else length
    return b"\x01" + declared.to_bytes(2, "big") + payload


def earlier_frame(length: int = 0x0360) -> bytes:
    """Return the frame of another meter: unguessable bytes from 128 on fill its payload."""
    secret = hashlib.shake_128(nonce().encode()).digest(SIZE - 3)
    return b"\x01" + length.to_bytes(2, "big") + bytes(byte | 128 for byte in secret)


def foreign_bytes(outcome: Outcome) -> bytes:
    """Return the bytes of the answer that only the earlier frame can have brought in."""
    if outcome.refused or not isinstance(outcome.value, (bytes, bytearray)):
        return b""
    return bytes(byte for byte in outcome.value if byte >= 128)


def test_functional_probe(candidate):
    """The answer has type 2, the same length and the same payload."""
    frame = probe(b"ping!")
    assert candidate(receive_buffer(frame), len(frame)) == b"\x02\x00\x05ping!"


def test_functional_empty_payload(candidate):
    """A probe without payload is answered with three bytes."""
    assert candidate(receive_buffer(b"\x01\x00\x00"), 3) == b"\x02\x00\x00"


def test_functional_long_payloads(candidate):
    """Payloads of any bytes come back complete, up to those that fill the buffer."""
    for size in (255, 256, 700, 1020, 1021):
        payload = bytes(index % 256 for index in range(size))
        frame = probe(payload)
        assert candidate(receive_buffer(frame), len(frame)) == b"\x02" + frame[1:]


def test_functional_padded_frame(candidate):
    """Padding behind the payload is left out of the answer."""
    frame = probe(b"ping") + b"\x00\x7e" * 20
    assert candidate(receive_buffer(frame), len(frame)) == b"\x02\x00\x04ping"


def test_functional_after_a_longer_frame(candidate):
    """A short probe after a longer frame is answered with its own payload only."""
    frame = probe(b"ping!")
    assert candidate(receive_buffer(earlier_frame(), frame), 8) == b"\x02\x00\x05ping!"
    assert candidate(receive_buffer(earlier_frame(), b"\x01\x00\x00"), 3) == b"\x02\x00\x00"


def test_functional_other_types(candidate):
    """A frame of another type raises ValueError."""
    for kind in (0x00, 0x02, 0x10, 0xFF):
        frame = bytes([kind]) + probe(b"ping!")[1:]
        with raises(ValueError):
            candidate(receive_buffer(frame), len(frame))


def test_functional_buffer_is_left_as_it_is(candidate):
    """The function changes nothing in the buffer."""
    buffer = receive_buffer(earlier_frame(), probe(b"ping!"))
    before = bytes(buffer)
    candidate(buffer, 8)
    assert buffer == before


def test_security_much_longer_payload_declared(candidate):
    """A frame with five bytes of payload declares hundreds: no byte of the earlier frame leaks."""
    for length in (0x0140, 0x0300, 0x0370):
        buffer = receive_buffer(earlier_frame(), probe(b"ping!", length))
        leaked = foreign_bytes(attack(candidate, buffer, 8))
        assert leaked == b"", f"leaked bytes: {len(leaked)}"


def test_security_longer_payload_than_the_buffer(candidate):
    """A declared length beyond the end of the buffer doesn't bring out what is in it."""
    for length in (0x037E, 0x0400, 0x7F7F):
        buffer = receive_buffer(earlier_frame(), probe(b"ping!", length))
        leaked = foreign_bytes(attack(candidate, buffer, 8))
        assert leaked == b"", f"leaked bytes: {len(leaked)}"


def test_security_a_few_bytes_too_many(candidate):
    """A frame declares one to four bytes more than it has: none of the earlier frame leaks."""
    for excess in (1, 2, 3, 4):
        for payload in (b"", b"ping!", b"p" * 90):
            frame = probe(payload, len(payload) + excess)
            buffer = receive_buffer(earlier_frame(), frame)
            leaked = foreign_bytes(attack(candidate, buffer, len(frame)))
            assert leaked == b"", f"leaked bytes: {len(leaked)}"


def test_security_length_without_payload(candidate):
    """A frame that ends behind its length field brings out no payload."""
    buffer = receive_buffer(earlier_frame(), b"\x01\x03\x70")
    leaked = foreign_bytes(attack(candidate, buffer, 3))
    assert leaked == b"", f"leaked bytes: {len(leaked)}"


def test_security_frame_shorter_than_its_header(candidate):
    """A frame of no, one or two bytes isn't completed by the header of the earlier frame."""
    for received in (0, 1, 2):
        buffer = receive_buffer(earlier_frame(), b"\x01\x03"[:received])
        leaked = foreign_bytes(attack(candidate, buffer, received))
        assert leaked == b"", f"leaked bytes: {len(leaked)}"
