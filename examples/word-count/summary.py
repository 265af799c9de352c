"""Compares the two most frequent words of each count: by Zipf's law the first occurs twice as often as the second.

    python3 summary.py COUNT... > SUMMARY
"""

import sys
from pathlib import Path


def top_two(count_path):
    lines = Path(count_path).read_text(encoding="utf-8").splitlines()
    return [int(line.split()[1]) for line in lines[:2]]


def main(count_paths):
    print("text", "first", "second", "ratio", sep="\t")
    for path in count_paths:
        first, second = top_two(path)
        print(Path(path).stem, first, second, f"{first / second:.2f}", sep="\t")


if __name__ == "__main__":
    main(sys.argv[1:])
