"""Prints the mean of the last column of a table: mean.py TABLE"""

import sys
from statistics import fmean

with open(sys.argv[1], encoding="utf-8") as table:
    next(table)  # the heading
    print(fmean(float(line.split("\t")[-1]) for line in table))
