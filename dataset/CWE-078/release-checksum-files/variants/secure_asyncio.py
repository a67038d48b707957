import asyncio
import os
from asyncio.subprocess import PIPE
from pathlib import Path


class Sealer:
    """Runs sealctl for the files of one folder, one after the other."""

    def __init__(self, folder: Path):
        self.files = [path for path in folder.glob("*") if path.is_file()]

    async def seal(self, path: Path) -> str:
        """Return the checksum that sealctl prints."""
        process = await asyncio.create_subprocess_exec(
            "sealctl", "sum", os.fspath(path), stdout=PIPE, stderr=PIPE
        )
        output, errors = await process.communicate()
        if process.returncode:
            raise RuntimeError(errors.decode(errors="replace"))
        return output.decode().rstrip("\n")

    async def seal_all(self) -> dict[str, str]:
        """Return the checksums by the names of the files."""
        return {path.name: await self.seal(path) for path in self.files}


def checksum_release(folder: Path) -> dict[str, str]:
    """Return the checksum of each file in the drop folder."""
    return asyncio.run(Sealer(folder).seal_all())
