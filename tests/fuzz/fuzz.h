/* SPDX-License-Identifier: MIT */
/* What the harnesses share. Each of them is one LLVMFuzzerTestOneInput(), which reads its input as
 * a stranger's file: driver.c feeds it damaged files in every run of the tests, libFuzzer whatever
 * it comes upon. */
#ifndef FUZZ_H
#define FUZZ_H

#include <stdint.h>

#include <kpiscore/kpiscore.h>

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

/* The path of a file that holds the input; the same file each time. */
const char *fuzz_file (const uint8_t *data, size_t size);

/* What was read or refused, which is counted. Aborts where both or neither, or where an error has
 * nothing to say. */
void fuzz_expect (gboolean was_read, const GError *error);

extern gsize fuzz_n_read, fuzz_n_refused;

#endif
