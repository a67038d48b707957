"""Scores a file of completions on a Ray cluster and puts the parts together.

Every node needs a checkout of this repository with `npm ci` done, Node 20 or newer and a Chromium,
at the same path; the completions and the parts lie on a file system that the nodes share:

    python docs/scale/ray_score.py /shared/samples.jsonl /shared/parts --shards 32

A part that was cut short goes on where it stood when the command is given again.
"""

import argparse
import subprocess
from pathlib import Path

import ray

REPOSITORY = Path(__file__).resolve().parents[2]


@ray.remote(num_cpus=2, max_retries=3, retry_exceptions=True)
def score(samples: str, part: int, shards: int, out: str) -> str:
    """Scores one part; returns the path of its results."""
    command = ["npm", "run", "score", "--", samples, "--shard", f"{part}/{shards}", "--out", out]
    subprocess.run(command, cwd=REPOSITORY, check=True)
    return out


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("samples", type=Path, help="samples.jsonl or samples.jsonl.gz")
    parser.add_argument("folder", type=Path, help="where parts and results go")
    parser.add_argument("--shards", type=int, default=8)
    given = parser.parse_args()
    folder = given.folder.resolve()
    folder.mkdir(parents=True, exist_ok=True)

    ray.init()
    samples = str(given.samples.resolve())
    # The number of parts is in the name: with another one, other parts would be continued.
    parts = [
        score.remote(samples, part, given.shards, f"{folder}/part-{part}-of-{given.shards}.jsonl")
        for part in range(1, given.shards + 1)
    ]
    results = str(folder / "results.jsonl")
    merge = ["npm", "run", "merge", "--", *ray.get(parts), "--out", results]
    subprocess.run(merge, cwd=REPOSITORY, check=True)
    print(results)


if __name__ == "__main__":
    main()
