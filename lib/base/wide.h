/* SPDX-License-Identifier: MIT */
/* Loops over numbers, compiled for wider registers too where the processor has them.
 *
 * Which one runs is decided when the library is loaded. Each number comes out of the same
 * operations in the same order, so that the bits are the same. */
#pragma once

#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__) && defined(__OPTIMIZE__) &&    \
    !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
#define KPI_WIDE __attribute__ ((target_clones ("arch=x86-64-v3", "default")))
#else
#define KPI_WIDE
#endif
