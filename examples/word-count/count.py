"""Counts the words of a text.

    python3 count.py TEXT RESULT

RESULT gets one line for each word, the most frequent first (words of the same frequency in alphabetical order): the word, how often it
occurs, and its share of all words in per cent. A word is a run of letters, in lower case, that may have apostrophes inside.
"""

import re
import sys
from collections import Counter

WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*")


def count_words(text):
    return Counter(WORD.findall(text.lower()))


def rows(counts):
    total = sum(counts.values())
    for word, count in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        yield f"{word} {count} {100 * count / total:.4f}\n"


def main(text_path, result_path):
    with open(text_path, encoding="utf-8") as text:
        counts = count_words(text.read())
    with open(result_path, "w", encoding="utf-8") as result:
        result.writelines(rows(counts))


if __name__ == "__main__":
    main(*sys.argv[1:])
