#ifndef SERIES_H
#define SERIES_H

/* The height of the tide at the given hour: a mean, and a sum of harmonics, each with its amplitude, its speed in degrees an hour and its phase in degrees. */
double series_height(double mean, const double (*terms)[3], int count, double hour);

#endif
