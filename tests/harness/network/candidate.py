# entry_point: fetch
"""Code under test of the network fixture: every layer of the library."""

import asyncio
import http.client
import json
import smtplib
import socket
import ssl
import urllib.request
from socket import create_connection


def fetch(url, data=None, headers=None, method=None, context=None):
    request = urllib.request.Request(url, data, headers or {}, method=method)
    with urllib.request.urlopen(request, timeout=5, context=context) as response:
        return (response.status, response.geturl(), response.read())


def fetch_unverified(url):
    return fetch(url, context=ssl._create_unverified_context())


def fetch_with_authority(url, pem):
    return fetch(url, context=ssl.create_default_context(cadata=pem))


def fetch_with_file(url, path):
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.load_verify_locations(path)
    return fetch(url, context=context)


def fetch_without_names(url):
    context = ssl.create_default_context()
    context.check_hostname = False
    return fetch(url, context=context)


def fetch_bare_context(url):
    return fetch(url, context=ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT))


def fetch_old_protocol(url):
    context = ssl.create_default_context()
    context.minimum_version = ssl.TLSVersion.TLSv1_3
    return fetch(url, context=context)


def keep_alive(host, paths):
    connection = http.client.HTTPConnection(host, timeout=3)
    bodies = []
    for path in paths:
        connection.request("GET", path)
        bodies.append(connection.getresponse().read())
    connection.close()
    return bodies


def post_chunks(host, parts):
    connection = http.client.HTTPConnection(host)
    connection.request("POST", "/in", iter(parts), encode_chunked=True,
                       headers={"Transfer-Encoding": "chunked"})  # fmt: skip
    return connection.getresponse().status


def raw(host, port, data):
    with create_connection((host, port), timeout=2) as sock:
        sock.sendall(data)
        parts = []
        while part := sock.recv(7):
            parts.append(part)
    return b"".join(parts)


def secure_raw(address, port, name):
    context = ssl.create_default_context()
    with socket.create_connection((address, port)) as sock:
        with context.wrap_socket(sock, server_hostname=name) as secure:
            secure.sendall(b"hello\n")
            reader = secure.makefile("r")
            return reader.readline(), secure.version(), json.dumps(secure.getpeercert())


def addresses(host):
    return sorted({item[4][0] for item in socket.getaddrinfo(host, 80)})


def by_name(host):
    return socket.gethostbyname(host)


def send_mail(host):
    with smtplib.SMTP(host) as server:
        return server.sendmail("a@x.example", ["b@y.example"], "Subject: hi\n\nbody")


def fetch_asynchronously(host, port, context=None):
    async def main():
        reader, writer = await asyncio.open_connection(host, port, ssl=context)
        writer.write(b"GET / HTTP/1.0\r\n\r\n")
        await writer.drain()
        head = await reader.readuntil(b"\r\n\r\n")
        body = await reader.read()
        writer.close()
        await writer.wait_closed()
        return head.split()[1], body

    return asyncio.run(main())


def asynchronous():
    async def main():
        await asyncio.sleep(0)
        return 7

    return asyncio.run(main())
