#include "greeting.h"

#include <stdio.h>

int greeting(char *buffer, size_t size, unsigned long number)
{
    return snprintf(buffer, size, "Good day. You are visitor number %lu.\n", number);
}
