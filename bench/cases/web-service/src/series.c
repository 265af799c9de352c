#include "series.h"

#include <math.h>

double series_height(double mean, const double (*terms)[3], int count, double hour)
{
    double height = mean;
    for (int i = 0; i < count; i++) height += terms[i][0] * cos((terms[i][1] * hour - terms[i][2]) * acos(-1.0) / 180.0);
    return height;
}
