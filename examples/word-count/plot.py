"""Draws the most frequent words of a count as a bar chart.

    python3 plot.py COUNT PICTURE
"""

import sys

import matplotlib

matplotlib.use("Agg")  # pictures only: there is no display in a container

import matplotlib.pyplot as plt
import numpy as np

SHOWN = 10


def main(count_path, picture_path):
    table = np.loadtxt(count_path, dtype=str, max_rows=SHOWN, encoding="utf-8")
    words, counts = table[:, 0], table[:, 1].astype(int)
    figure, axes = plt.subplots(figsize=(8, 4.5), layout="constrained")
    axes.bar(words, counts)
    axes.set_ylabel("occurrences")
    axes.set_title(f"The {len(words)} most frequent words of {count_path}")
    figure.savefig(picture_path, dpi=100, metadata={"Software": None})


if __name__ == "__main__":
    main(*sys.argv[1:])
