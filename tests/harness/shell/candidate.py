# entry_point: run_list
"""Code under test of the shell fixture: every way to start a process."""

import asyncio
import os
import subprocess
from os import system
from subprocess import Popen


def run_list(argv, **settings):
    done = subprocess.run(argv, capture_output=True, text=True, **settings)
    return (done.returncode, done.stdout, done.stderr)


def run_shell(line, **settings):
    return run_list(line, shell=True, **settings)


def run_shell_words(words):
    return run_list(words, shell=True)


def put_variable(name, value):
    os.environ[name] = value


def replace_environ():
    os.environ = {"CANARY": "gone"}  # noqa: B003


def check(argv):
    return subprocess.check_output(argv)


def early_popen(argv):
    with Popen(argv, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        out, _ = process.communicate(b"question")
    return out


def write_stdin(argv):
    process = Popen(argv, stdin=subprocess.PIPE, text=True)
    process.stdin.write("a\n")
    process.stdin.close()
    return process.wait()


def call_system(line):
    return system(line)


def call_popen(line):
    with os.popen(line) as pipe:
        return pipe.read()


def call_getoutput(line):
    return subprocess.getstatusoutput(line)


def replace(*words):
    os.execvp(words[0], words)


def spawn(*words):
    return os.spawnlp(os.P_WAIT, words[0], *words)


def posix_spawn(*words):
    return os.posix_spawn(words[0], list(words), os.environ)


def run_async(*words):
    async def main():
        process = await asyncio.create_subprocess_exec(
            *words, stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE
        )
        out, _ = await process.communicate(b"in")
        return process.returncode, out

    return asyncio.run(main())


def run_async_shell(line):
    async def main():
        process = await asyncio.create_subprocess_shell(line, stdout=asyncio.subprocess.PIPE)
        return (await process.stdout.read(), await process.wait())

    return asyncio.run(main())


def to_file(argv, path):
    with open(path, "wb") as target:
        return subprocess.run(argv, stdout=target).returncode


def fork():
    return os.fork()
