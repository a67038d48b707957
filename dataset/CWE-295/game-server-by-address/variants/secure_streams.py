"""Greetings of the game servers, read by asyncio."""

import asyncio
import ssl


async def _first_line(ip: str, port: int, cert_name: str) -> bytes:
    """Connect to the address, but expect the name in the certificate."""
    context = ssl.create_default_context(ssl.Purpose.SERVER_AUTH)
    reader, writer = await asyncio.open_connection(
        ip, port, ssl=context, server_hostname=cert_name, limit=2048
    )
    try:
        return await reader.readuntil(b"\n")
    except (asyncio.IncompleteReadError, asyncio.LimitOverrunError) as error:
        raise OSError("the greeting is incomplete") from error
    finally:
        writer.close()


def read_greeting(ip: str, port: int, cert_name: str) -> str:
    """Return the greeting of the server without its line end."""
    line = asyncio.run(_first_line(ip, port, cert_name))
    return line.decode("utf-8").rstrip("\r\n")
