#ifndef GREETING_H
#define GREETING_H

#include <stddef.h>

/* Writes the answer to the given request into the buffer; returns its length. */
int greeting(char *buffer, size_t size, unsigned long number);

#endif
